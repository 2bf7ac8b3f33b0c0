package org.restante.launcher.command;

import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

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

  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Override
  public Integer call() throws Exception {
    AdminClient.of(restante.home()).plain("DELETE", "/bundles/" + AdminClient.encode(name));
    return 0;
  }
}
