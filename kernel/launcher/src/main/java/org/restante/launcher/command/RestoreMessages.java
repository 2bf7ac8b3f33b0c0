package org.restante.launcher.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** One of these. */
  static final class Which {
    @Parameters(
        paramLabel = "ID",
        index = "1..*",
        arity = "1..*",
        description = "«retained» shows them.")
    private @Nullable List<Long> ids;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description = "All that were removed then or later (RFC 3339).")
    private @Nullable String since;

    @Option(names = "--all", description = "All that are retained.")
    private boolean all;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, Object> answer =
        AdminClient.of(restante.home()).json("POST", Retained.path(address), body());
    Object restored = answer.getOrDefault("restored", 0);
    spec.commandLine().getOut().println("restored " + restored);
    List<Long> ids = which.ids;
    return ids == null || restored.toString().equals(String.valueOf(ids.size())) ? 0 : 1;
  }

  private Map<String, Object> body() {
    List<Long> ids = which.ids;
    String since = which.since;
    if (ids != null) {
      return Map.of("ids", ids);
    }
    return since != null ? Map.of("since", since) : Map.of("all", true);
  }
}
