package org.restante.admin.shell;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.inventory.Audiences;
import org.restante.admin.inventory.Bundles;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;

/** Bundles in the shell. Progress goes to the console, a line for each step. */
@Component(
    service = BundleCommands.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=bundles",
      CommandProcessor.COMMAND_FUNCTION + "=deploy",
      CommandProcessor.COMMAND_FUNCTION + "=undeploy",
      CommandProcessor.COMMAND_FUNCTION + "=upgrade",
      CommandProcessor.COMMAND_FUNCTION + "=promote",
      CommandProcessor.COMMAND_FUNCTION + "=rollback"
    })
public final class BundleCommands {

  private static final String NAME = "symbolic name or file name";

  private final Bundles bundles;
  private final Audiences audiences;

  /** Over the deployer. */
  @Activate
  public BundleCommands(
      BundleContext context, @Reference Deployer deployer, @Reference Audiences audiences) {
    bundles = new Bundles(context, deployer);
    this.audiences = audiences;
  }

  /** {@code bundles}. */
  @Descriptor("lists the bundles, their states, and the sessions that they serve")
  public String bundles() {
    Grid grid =
        new Grid(
            "NAME", "VERSION", "STATE", "PROTOCOL", "SESSIONS", "SHARE", "ERRORS", "P99", "DETAIL");
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
                    row.shareText(),
                    row.errorText(),
                    row.p99Text(),
                    row.detail()));
    return grid.toString();
  }

  /** {@code deploy JAR}. */
  @Descriptor("deploys a bundle for everyone under live traffic")
  public String deploy(
      CommandSession session, @Descriptor("a file that the server can read") String jar)
      throws DeploymentRefused {
    return text(bundles.deployer().deploy(Path.of(jar), progress(session)));
  }

  /** {@code upgrade --canary 5% JAR}. */
  @Descriptor("deploys a bundle, as a canary where options say for whom")
  public String upgrade(
      CommandSession session,
      @Descriptor("share of the accounts: 5%")
          @Parameter(
              names = {"-c", "--canary"},
              absentValue = "")
          String canary,
      @Descriptor("logins with commas")
          @Parameter(
              names = {"-a", "--accounts"},
              absentValue = "")
          String accounts,
      @Descriptor("networks with commas: 10.0.0.0/8")
          @Parameter(
              names = {"-n", "--networks"},
              absentValue = "")
          String networks,
      @Descriptor("a file that the server can read") String jar)
      throws DeploymentRefused {
    return text(
        bundles
            .deployer()
            .deploy(Path.of(jar), audiences.read(canary, accounts, networks), progress(session)));
  }

  /** {@code promote NAME}. */
  @Descriptor("moves everyone to the canary; without one, accepts the last upgrade for good")
  public String promote(CommandSession session, @Descriptor(NAME) String name)
      throws DeploymentRefused {
    return text(bundles.deployer().promote(name, progress(session)));
  }

  /** {@code rollback NAME}. */
  @Descriptor("moves sessions back from the canary, or to the revision on standby")
  public String rollback(CommandSession session, @Descriptor(NAME) String name)
      throws DeploymentRefused {
    return text(bundles.deployer().rollback(name, progress(session)));
  }

  /** {@code undeploy NAME}. */
  @Descriptor("removes a bundle; its sessions end politely, its ports stay")
  public void undeploy(CommandSession session, @Descriptor(NAME) String name)
      throws DeploymentRefused {
    bundles.deployer().undeploy(name, progress(session));
  }

  private static String text(DeployedBundle bundle) {
    String line = bundle.name() + " " + bundle.version() + " " + bundle.state();
    return bundle.detail().isEmpty() ? line : line + ": " + bundle.detail();
  }

  private static Consumer<DeploymentProgress> progress(CommandSession session) {
    PrintStream console = session.getConsole();
    return state ->
        console.printf(
            "%s: moved %d, waiting %d, dropped %d%n",
            state.step(), state.moved(), state.waiting(), state.dropped());
  }
}
