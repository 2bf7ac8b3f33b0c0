package org.restante.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Moves everyone to a canary. */
@Command(
    name = "promote",
    description = {
      "Move everyone to the canary. Without one: accept the last upgrade for good, before its guard"
          + " time is over.",
      "NAME is a symbolic name, as «bundles» shows it."
    })
final class Promote implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Override
  public Integer call() throws Exception {
    new Rollouts(restante.home(), spec).act(name, "promote");
    return 0;
  }
}
