package org.restante.launcher.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists expunged messages. */
@Command(
    name = "retained",
    description = "List the expunged messages of an account that can be brought back.")
final class Retained implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ADDRESS")
  private String address = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Most to list, those removed last first (default: ${DEFAULT-VALUE}).")
  private int limit = 1000;

  @Option(names = "--since", paramLabel = "TIME", description = "Removed then or later (RFC 3339).")
  private @Nullable String since;

  @Override
  public Integer call() throws Exception {
    String query = "?limit=" + limit + (since == null ? "" : "&since=" + AdminClient.encode(since));
    Table table = new Table("ID", "REMOVED", "MAILBOX", "SIZE", "FROM", "SUBJECT");
    for (Map<String, Object> message :
        AdminClient.of(restante.home()).list(path(address) + query)) {
      table.add(
          message.get("id"),
          message.get("removed"),
          message.get("mailbox"),
          message.get("size"),
          message.get("from"),
          message.get("subject"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  static String path(String address) {
    return "/retained/" + AdminClient.encode(address) + "/messages";
  }
}
