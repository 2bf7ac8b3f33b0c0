package org.restante.launcher.command;

import java.nio.file.Path;
import org.restante.launcher.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program; each command reads its home and base port from here. */
@Command(
    name = "restante",
    description = "A pluggable mail store: IMAP, POP3 and SMTP as bundles that come and go.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed; the reason is on standard error", "2:wrong usage"})
public final class Restante implements Runnable {

  /** IMAPS is 993 above it. */
  static final int MOST_BASE_PORT = 64_000;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:RESTANTE_HOME:-restante-home}",
      description =
          "The server's home: etc, data, deploy and logs live there. Default: $RESTANTE_HOME, else"
              + " restante-home in the current directory.")
  private Path home = Path.of("restante-home");

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      scope = ScopeType.INHERIT,
      description =
          "What a server that is started may take in all, as in 1GiB: heap, caches and buffers are"
              + " shares of it. Default: $RESTANTE_MEMORY, else memory in etc/server.conf, else a"
              + " quarter of the machine's memory, from 512MiB to 4GiB.")
  void setMemory(String memory) {
    // the start script has read it: the JVM has its share when it gets here
  }

  private int basePort;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--base-port",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:RESTANTE_BASE_PORT:-0}",
      description =
          "Added to every well-known port: IMAP is at N+143, IMAPS N+993, POP3 N+110, POP3S N+995,"
              + " SMTP N+25, LMTP N+24, submission N+587 and N+465, metrics and admin N+80."
              + " Default: $RESTANTE_BASE_PORT, else ${DEFAULT-VALUE}.")
  void setBasePort(int port) {
    if (port < 0 || port > MOST_BASE_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--base-port is from 0 to " + MOST_BASE_PORT);
    }
    basePort = port;
  }

  /** The home that was asked for. */
  Home home() {
    return new Home(home);
  }

  /** The base port that was asked for. */
  int basePort() {
    return basePort;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
