package org.restante.launcher.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The OSGi shell of a running server. */
@Command(
    name = "shell",
    description = {
      "Run Gogo commands inside the server: those given, or line by line from standard input.",
      "«help» lists them; «lb» lists bundles; end with exit or end of input."
    })
final class Shell implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "LINE", arity = "0..*", description = "A command line each.")
  private List<String> lines = List.of();

  @Override
  public Integer call() throws Exception {
    AdminClient admin = AdminClient.of(restante.home());
    boolean fine = true;
    for (String line : lines) {
      fine &= run(admin, line);
    }
    if (lines.isEmpty()) {
      converse(admin);
    }
    return fine ? 0 : 1;
  }

  private void converse(AdminClient admin) throws java.io.IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    boolean prompt = System.console() != null;
    for (String line = ask(in, prompt); line != null; line = ask(in, prompt)) {
      if (line.strip().equals("exit")) {
        return;
      }
      run(admin, line);
    }
  }

  private @org.jspecify.annotations.Nullable String ask(BufferedReader in, boolean prompt)
      throws java.io.IOException {
    if (prompt) {
      spec.commandLine().getOut().print("restante> ");
      spec.commandLine().getOut().flush();
    }
    return in.readLine();
  }

  private boolean run(AdminClient admin, String line) throws java.io.IOException {
    Map<String, Object> answer = admin.json("POST", "/shell", Map.of("line", line));
    PrintWriter out = spec.commandLine().getOut();
    out.print(answer.getOrDefault("output", ""));
    out.flush();
    Object error = answer.get("error");
    if (error != null) {
      spec.commandLine().getErr().println(error);
    }
    return error == null;
  }
}
