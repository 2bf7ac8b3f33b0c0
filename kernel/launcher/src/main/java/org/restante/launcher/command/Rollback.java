package org.restante.launcher.command;

import picocli.CommandLine.Command;

/** Goes back to the revision before. */
@Command(
    name = "rollback",
    description =
        "Move the sessions of a canary back. Without one: those of the last upgrade, to the"
            + " revision on standby.")
final class Rollback extends BundleAction {

  @Override
  void act(Rollouts rollouts, String name) throws Exception {
    rollouts.act(name, "rollback");
  }
}
