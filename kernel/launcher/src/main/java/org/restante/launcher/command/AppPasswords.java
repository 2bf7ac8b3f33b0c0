package org.restante.launcher.command;

import java.io.IOException;
import java.util.Map;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Passwords for single programs. */
@Command(
    name = "app-password",
    description = "Passwords for single programs of an account's owner: add, list, revoke.")
final class AppPasswords implements Runnable {

  @ParentCommand private Accounts accounts = new Accounts();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which of: add, list, revoke?");
  }

  @Command(description = "Make one and print it: it is shown now, and never again.")
  int add(
      @Parameters(paramLabel = "ADDRESS") String address,
      @Parameters(paramLabel = "LABEL", description = "What it is for.") String label)
      throws IOException {
    Map<String, Object> made = accounts.admin().json("POST", path(address), Map.of("label", label));
    spec.commandLine().getOut().println(made.get("password"));
    return 0;
  }

  @Command(description = "List them, without the passwords themselves.")
  int list(@Parameters(paramLabel = "ADDRESS") String address) throws IOException {
    Table table = new Table("ID", "CREATED", "LABEL");
    for (Map<String, Object> entry : accounts.admin().list(path(address))) {
      table.add(entry.get("id"), entry.get("created"), entry.get("label"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  @Command(description = "Take one back; it stops working at once.")
  int revoke(
      @Parameters(paramLabel = "ADDRESS") String address,
      @Parameters(paramLabel = "ID", description = "Its first five characters; «list» shows it.")
          String id)
      throws IOException {
    accounts.admin().plain("DELETE", path(address) + "/" + AdminClient.encode(id));
    return 0;
  }

  private static String path(String address) {
    return Accounts.path(address) + "/app-passwords";
  }
}
