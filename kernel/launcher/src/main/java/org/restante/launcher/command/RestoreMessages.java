package org.restante.launcher.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings expunged messages back. */
@Command(
    name = "restore-messages",
    description = {
      "Bring expunged messages back into their mailboxes, with their flags and dates.",
      "Fails where some of those named are not retained any more."
    })
final class RestoreMessages implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ADDRESS", index = "0")
  private String address = "";

  @Parameters(
      paramLabel = "ID",
      index = "1..*",
      arity = "0..*",
      description = "«retained» shows them.")
  private List<Long> ids = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "All that were removed then or later (RFC 3339).")
  private @Nullable String since;

  @Option(names = "--all", description = "All that are retained.")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    Map<String, Object> which = body();
    Map<String, Object> answer =
        AdminClient.of(restante.home()).json("POST", Retained.path(address), which);
    Object restored = answer.getOrDefault("restored", 0);
    spec.commandLine().getOut().println("restored " + restored);
    boolean complete = ids.isEmpty() || restored.toString().equals(String.valueOf(ids.size()));
    return complete ? 0 : 1;
  }

  private Map<String, Object> body() {
    int ways = (ids.isEmpty() ? 0 : 1) + (since == null ? 0 : 1) + (all ? 1 : 0);
    if (ways != 1) {
      throw new ParameterException(
          spec.commandLine(), "say which: some ID, or --since TIME, or --all");
    }
    if (!ids.isEmpty()) {
      return Map.of("ids", ids);
    }
    return since != null ? Map.of("since", since) : Map.of("all", true);
  }
}
