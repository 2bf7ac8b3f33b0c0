package org.restante.launcher.command;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Deleted mailboxes of an account. */
@Command(name = "mailbox", description = "Deleted mailboxes of an account: list them, restore one.")
final class Mailboxes implements Runnable {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which of: deleted, restore?");
  }

  @Command(description = "List the deleted mailboxes that can be brought back.")
  int deleted(@Parameters(paramLabel = "ADDRESS") String address) throws IOException {
    Table table = new Table("ID", "MAILBOX", "MESSAGES", "OCTETS", "DELETED");
    for (Map<String, Object> mailbox : admin().list(path(address))) {
      table.add(
          mailbox.get("id"),
          mailbox.get("name"),
          mailbox.get("messages"),
          mailbox.get("octets"),
          mailbox.get("removed"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  @Command(description = "Bring a deleted mailbox back, with its messages, UIDs and UIDVALIDITY.")
  int restore(
      @Parameters(paramLabel = "ADDRESS") String address,
      @Parameters(paramLabel = "ID", description = "«deleted» shows it.") long id,
      @Option(names = "--as", paramLabel = "NAME", description = "Under another name.")
          @Nullable String name)
      throws IOException {
    Map<String, Object> body = name == null ? Map.of() : Map.of("name", name);
    Object now = admin().json("POST", path(address) + "/" + id, body).get("name");
    spec.commandLine().getOut().println("restored " + now);
    return 0;
  }

  private AdminClient admin() throws IOException {
    return AdminClient.of(restante.home());
  }

  private static String path(String address) {
    return "/retained/" + AdminClient.encode(address) + "/mailboxes";
  }
}
