package org.restante.launcher.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.home.Distribution;
import org.restante.launcher.home.EngineJars;
import org.restante.launcher.home.Home;
import org.restante.launcher.home.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the data of a server that does not run. */
@Command(
    name = "restore",
    description = {
      "Restore a backup into a home whose server does not run. The backup is copied beside the data"
          + " and every octet checked; only then they change places.",
      "The data that was there is kept as data/rocksdb.before-TIME: remove it when all is well."
    })
final class Restore implements Callable<Integer> {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The directory of the backups.")
  private Path directory = Path.of(".");

  @Option(
      names = "--backup",
      paramLabel = "ID",
      description = "Which one; the newest where it is left out.")
  private @Nullable Long backup;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/rocksdb",
      description =
          "The store's directory, as in directory= of etc/org.restante.store.rocksdb.config;"
              + " relative to the home (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data/rocksdb");

  @Option(names = "--yes", description = "Do not ask before data that is there is replaced.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    Home home = restante.home();
    refuseWhereItRuns(home);
    home.prepare(Distribution.current());
    Path store = home.root().resolve(data).normalize();
    if (Files.exists(store) && !yes && !confirmed(store)) {
      throw new ParameterException(
          spec.commandLine(), store + " has data: say --yes to put the backup in its place");
    }
    String time = LocalDateTime.now().format(TIME);
    Path beside = store.resolveSibling(store.getFileName() + ".restoring-" + time);
    long restored = copied(beside);
    refuseWhereItRuns(home); // copying takes its time
    Optional<Path> before = swap(store, beside, time);
    PrintWriter out = spec.commandLine().getOut();
    out.println("restored backup " + restored + " into " + store);
    before.ifPresent(
        kept -> out.println("the data that was there is " + kept + "; remove it when all is well"));
    out.println("start the server with: restante start --home " + home.root());
    return 0;
  }

  private static void refuseWhereItRuns(Home home) throws IOException {
    if (RunningServer.of(home).isPresent()) {
      throw new IOException(
          "a server runs in "
              + home.root()
              + "; stop it first: restante stop --home "
              + home.root());
    }
  }

  private boolean confirmed(Path store) {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    String answer = console.readLine("%s has data. Put the backup in its place? (yes/no) ", store);
    return "yes".equals(answer);
  }

  private long copied(Path beside) throws IOException {
    OctetProgress progress = new OctetProgress(spec.commandLine().getErr());
    Files.createDirectories(beside.getParent());
    OptionalLong id = backup == null ? OptionalLong.empty() : OptionalLong.of(backup);
    try {
      return new EngineJars(Distribution.current())
          .restore(
              directory.toAbsolutePath().normalize(),
              id,
              beside,
              (octets, total) -> progress.at("restored", octets, total));
    } catch (IOException failed) {
      new Home(beside).erase();
      throw failed;
    }
  }

  /** Two renames; between them the home has no data, and both are there under their names. */
  private static Optional<Path> swap(Path store, Path beside, String time) throws IOException {
    Path before = store.resolveSibling(store.getFileName() + ".before-" + time);
    boolean had = Files.exists(store);
    if (had) {
      Files.move(store, before, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(beside, store, StandardCopyOption.ATOMIC_MOVE);
    return had ? Optional.of(before) : Optional.empty();
  }
}
