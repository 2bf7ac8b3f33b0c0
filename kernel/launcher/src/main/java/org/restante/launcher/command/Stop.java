package org.restante.launcher.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.restante.launcher.admin.AdminRefusal;
import org.restante.launcher.home.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Stops a server. */
@Command(
    name = "stop",
    description = "Stop the server: sessions are told goodbye, then everything is closed.")
final class Stop implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long to wait for its end (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Override
  public Integer call() throws Exception {
    Optional<RunningServer> server = RunningServer.of(restante.home());
    Optional<ProcessHandle> process = server.map(RunningServer::pid).flatMap(ProcessHandle::of);
    if (process.isEmpty()) {
      throw new AdminRefusal(0, "no server runs in " + restante.home().root());
    }
    process.get().destroy();
    try {
      process.get().onExit().get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException stillThere) {
      throw new AdminRefusal(
          0, "process " + process.get().pid() + " is still there after " + seconds + " s");
    }
    return 0;
  }
}
