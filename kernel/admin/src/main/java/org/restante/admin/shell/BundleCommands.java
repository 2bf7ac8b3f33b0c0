package org.restante.admin.shell;

import java.nio.file.Path;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.inventory.Bundles;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentRefused;

/** Bundles in the shell. */
@Component(
    service = BundleCommands.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=bundles",
      CommandProcessor.COMMAND_FUNCTION + "=deploy",
      CommandProcessor.COMMAND_FUNCTION + "=undeploy"
    })
public final class BundleCommands {

  private final Bundles bundles;

  /** Over the deployer. */
  @Activate
  public BundleCommands(BundleContext context, @Reference Deployer deployer) {
    bundles = new Bundles(context, deployer);
  }

  /** {@code bundles}. */
  @Descriptor("lists the bundles, their states, and the sessions that they serve")
  public String bundles() {
    Grid grid = new Grid("NAME", "VERSION", "STATE", "PROTOCOL", "SESSIONS", "PROBLEM");
    bundles
        .list()
        .forEach(
            row ->
                grid.add(
                    row.name(),
                    row.version(),
                    row.state(),
                    row.protocol(),
                    row.sessions(),
                    row.problem()));
    return grid.toString();
  }

  /** {@code deploy JAR}. */
  @Descriptor("deploys a bundle under live traffic")
  public String deploy(@Descriptor("a file that the server can read") String jar)
      throws DeploymentRefused {
    DeployedBundle deployed = bundles.deployer().deploy(Path.of(jar));
    return deployed.name() + " " + deployed.version();
  }

  /** {@code undeploy NAME}. */
  @Descriptor("removes a bundle; its sessions end politely, its ports stay")
  public void undeploy(@Descriptor("symbolic name or file name") String name)
      throws DeploymentRefused {
    bundles.deployer().undeploy(name);
  }
}
