package org.restante.launcher.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Other addresses of an account. */
@Command(name = "alias", description = "Other addresses of an account: add, remove, list.")
final class Aliases implements Runnable {

  @ParentCommand private Accounts accounts = new Accounts();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which of: add, remove, list?");
  }

  @Command(description = "Give an account another address, for mail and for logins.")
  int add(
      @Parameters(paramLabel = "ADDRESS") String address,
      @Parameters(paramLabel = "ALIAS") String alias)
      throws IOException {
    accounts.admin().json("POST", path(address), Map.of("address", alias));
    return 0;
  }

  @Command(description = "Take an alias back.")
  int remove(
      @Parameters(paramLabel = "ADDRESS") String address,
      @Parameters(paramLabel = "ALIAS") String alias)
      throws IOException {
    accounts.admin().plain("DELETE", path(address) + "/" + AdminClient.encode(alias));
    return 0;
  }

  @Command(description = "List the aliases of an account.")
  int list(@Parameters(paramLabel = "ADDRESS") String address) throws IOException {
    Map<String, Object> account = accounts.admin().object(Accounts.path(address));
    ((List<?>) account.getOrDefault("aliases", List.of()))
        .forEach(alias -> spec.commandLine().getOut().println(alias));
    return 0;
  }

  private static String path(String address) {
    return Accounts.path(address) + "/aliases";
  }
}
