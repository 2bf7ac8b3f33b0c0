package org.restante.launcher.command;

import picocli.CommandLine.Command;

/** Moves everyone to a canary. */
@Command(
    name = "promote",
    description =
        "Move everyone to the canary. Without one: accept the last upgrade for good, before its"
            + " guard time is over.")
final class Promote extends BundleAction {

  @Override
  void act(Rollouts rollouts, String name) throws Exception {
    rollouts.act(name, "promote");
  }
}
