package org.restante.launcher.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists bundles. */
@Command(
    name = "bundles",
    description = "List the bundles, their states, and the sessions that they serve.")
final class Bundles implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Table table = new Table("NAME", "VERSION", "STATE", "PROTOCOL", "SESSIONS", "PROBLEM");
    for (Map<String, Object> bundle : AdminClient.of(restante.home()).list("/bundles")) {
      table.add(
          bundle.get("name"),
          bundle.get("version"),
          bundle.get("state"),
          bundle.get("protocol"),
          bundle.get("sessions"),
          bundle.get("problem"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }
}
