package org.restante.launcher.command;

import picocli.CommandLine.Command;

/** Removes a protocol bundle. */
@Command(
    name = "undeploy",
    description =
        "Remove a protocol bundle: its sessions end politely, its ports stay and park new"
            + " connections.")
final class Undeploy extends BundleAction {

  @Override
  void act(Rollouts rollouts, String name) throws Exception {
    rollouts.remove(name);
  }
}
