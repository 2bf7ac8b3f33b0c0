package org.restante.launcher.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.restante.launcher.framework.EarlyPorts;
import org.restante.launcher.framework.JvmProperties;
import org.restante.launcher.framework.Kernel;
import org.restante.launcher.home.Distribution;
import org.restante.launcher.home.Home;
import org.restante.launcher.home.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Runs the server in the foreground: for systemd and containers. */
@Command(
    name = "run",
    description = "Run the server in the foreground until it is stopped (SIGTERM, or «stop»).")
final class Run implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();

  @Override
  public Integer call() throws Exception {
    Home home = restante.home();
    start(home, restante.basePort()).awaitStop();
    return 0;
  }

  /** Read while the bundles are installed: each takes about as long as the other. */
  private static FutureTask<Boolean> logs(Home home) {
    FutureTask<Boolean> logs =
        new FutureTask<>(
            () -> {
              Logs.configure(home);
              return true;
            });
    Thread.ofPlatform().daemon().name("logs").start(logs);
    return logs;
  }

  /** Starts a server in this process; it stops with the process. */
  static Kernel start(Home home, int basePort) throws Exception {
    if (RunningServer.of(home).isPresent()) {
      throw new IOException("a server runs in " + home.root() + " already");
    }
    EarlyPorts ports = EarlyPorts.open(home);
    Distribution distribution = Distribution.current();
    home.prepare(distribution);
    RunningServer.note(home, basePort);
    JvmProperties.set();
    FutureTask<Boolean> logs = logs(home);
    Kernel kernel = Kernel.install(distribution, home, basePort, ports);
    try {
      logs.get();
    } catch (ExecutionException malformed) {
      throw malformed.getCause() instanceof IOException told ? told : new IOException(malformed);
    }
    kernel.start();
    Runtime.getRuntime().addShutdownHook(new Thread(kernel::stop, "stop"));
    return kernel;
  }
}
