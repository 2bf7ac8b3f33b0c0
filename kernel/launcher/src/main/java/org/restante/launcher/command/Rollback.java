package org.restante.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Goes back to the revision before. */
@Command(
    name = "rollback",
    description = {
      "Move the sessions of a canary back. Without one: those of the last upgrade, to the revision"
          + " on standby.",
      "NAME is a symbolic name, as «bundles» shows it."
    })
final class Rollback implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Override
  public Integer call() throws Exception {
    new Rollouts(restante.home(), spec).act(name, "rollback");
    return 0;
  }
}
