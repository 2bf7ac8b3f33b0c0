package org.restante.launcher.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.framework.Kernel;
import org.restante.launcher.home.Distribution;
import org.restante.launcher.home.Home;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A server to try things with. */
@Command(
    name = "demo",
    description = {
      "Run a demonstration in the foreground: fresh data, accounts user1, user2, … with password"
          + " «pass», domain localhost, on base port 10000 unless --base-port says otherwise. Its"
          + " home is restante-demo in the current directory (target/demo in a build) unless --home"
          + " says otherwise, and is made anew each time.",
      "It prints what to type next, and «ready» when every port answers. Ctrl-C ends it."
    })
final class Demo implements Callable<Integer> {

  private static final int DEFAULT_BASE_PORT = 10_000;

  /** Of the password «pass»: everybody knows it, so it need not be hashed at each start. */
  static final String CREDENTIAL =
      "$argon2id$v=19$m=19456,t=2,p=1$cmVzdGFudGUgb2YgZGVtbw"
          + "$qo8stHFhZ7b6JnwjKW2bD+/BEYANzMNlyOLxKNbbgEg";

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many accounts (default: ${DEFAULT-VALUE}).")
  private int accounts = 50;

  @Option(names = "--empty", description = "No sample letters in user1's INBOX.")
  private boolean empty;

  @Option(names = "--once", description = "Stop as soon as every port has greeted once.")
  private boolean once;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Where the listeners are (default: ${DEFAULT-VALUE}). Everybody knows the passwords:",
        "0.0.0.0 opens the demonstration to the network."
      })
  private String bind = "127.0.0.1";

  @Override
  public Integer call() throws Exception {
    Distribution distribution = Distribution.current();
    Home home = given("--home") ? restante.home() : DemoHome.standard(distribution);
    int basePort = given("--base-port") ? restante.basePort() : DEFAULT_BASE_PORT;
    new DemoHome(home).makeFresh(distribution, bind);
    Kernel kernel = Run.start(home, basePort);
    AdminClient admin = AdminClient.at(home, basePort + 80);
    Readiness.await(admin, 60, () -> true);
    admin.json("POST", "/accounts", Map.of("addresses", addresses(), "credential", CREDENTIAL));
    if (!empty) {
      SampleLetters.deliver(admin, "user1@localhost");
    }
    PrintWriter out = spec.commandLine().getOut();
    DemoWords.print(out, home, basePort, accounts);
    out.println("ready");
    out.flush();
    if (once) {
      new Callers(home.etc().resolve("tls/cert.pem")).call(admin.object("/status"));
    } else {
      kernel.awaitStop();
    }
    return 0;
  }

  private List<String> addresses() {
    return IntStream.rangeClosed(1, accounts).mapToObj(n -> "user" + n + "@localhost").toList();
  }

  private boolean given(String option) {
    return Stream.of(spec.commandLine(), spec.commandLine().getParent())
        .map(CommandLine::getParseResult)
        .anyMatch(parsed -> parsed != null && parsed.hasMatchedOption(option));
  }
}
