package org.restante.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Removes a protocol bundle. */
@Command(
    name = "undeploy",
    description = {
      "Remove a protocol bundle: its sessions end politely, its ports stay and park new"
          + " connections.",
      "NAME is a symbolic name, as «bundles» shows it."
    })
final class Undeploy implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Override
  public Integer call() throws Exception {
    new Rollouts(restante.home(), spec).remove(name);
    return 0;
  }
}
