package org.restante.launcher.command;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.home.Distribution;
import org.restante.launcher.home.Home;
import org.restante.launcher.home.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts a server in the background. */
@Command(
    name = "start",
    description = {
      "Start a server in the background and wait until every port answers.",
      "Ports below 1024 want root or CAP_NET_BIND_SERVICE; --base-port 10000 wants neither."
    })
final class Start implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for the ports (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  @Override
  public Integer call() throws Exception {
    Home home = restante.home();
    int adminPort = restante.basePort() + 80;
    if (RunningServer.of(home).isPresent()) {
      throw new IOException("a server runs in " + home.root() + " already");
    }
    home.prepare(Distribution.current());
    Process server = spawn(home);
    AdminClient admin = AdminClient.at(home, adminPort);
    Readiness.await(admin, seconds, server::isAlive);
    PrintWriter out = spec.commandLine().getOut();
    out.println("started, process " + server.pid() + ", home " + home.root());
    return 0;
  }

  /** The same program, with the same JVM options, running {@code run}. */
  private Process spawn(Home home) throws IOException {
    ProcessHandle.Info self = ProcessHandle.current().info();
    List<String> command = new ArrayList<>();
    command.add(self.command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-jar", System.getProperty("java.class.path")));
    command.addAll(List.of("run", "--home", home.root().toString()));
    command.addAll(List.of("--base-port", Integer.toString(restante.basePort())));
    File log = home.logs().resolve("console.log").toFile();
    return new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .redirectErrorStream(true)
        .start();
  }
}
