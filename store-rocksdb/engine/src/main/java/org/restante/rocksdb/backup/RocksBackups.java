package org.restante.rocksdb.backup;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.backup.Backup;
import org.restante.backup.BackupProgress;
import org.restante.backup.Backups;
import org.restante.backup.TakenBackup;
import org.restante.configuration.KnownKeys;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.backup.BackupMeters.Kind;
import org.restante.rocksdb.backup.BackupMeters.Result;
import org.restante.rocksdb.table.BackupDirectory;
import org.restante.rocksdb.table.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups of the open database by RocksDB's backup engine, and the schedule of those. */
@Component(
    service = Backups.class,
    configurationPid = "org.restante.store.rocksdb.backup",
    configurationPolicy = ConfigurationPolicy.OPTIONAL,
    immediate = true)
@Designate(ocd = BackupConfiguration.class)
public final class RocksBackups implements Backups, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RocksBackups.class);

  private final Database database;
  private final Path home;
  private final BackupSettings settings;
  private final BackupMeters meters;
  private final BackupSchedule schedule;

  /** As a component: of the engine that is open. */
  @Activate
  public RocksBackups(
      BackupConfiguration configuration,
      Map<String, Object> properties,
      BundleContext context,
      @Reference RocksKeyValueEngine engine,
      @Reference MeterRegistry registry) {
    this(
        engine.database(),
        Path.of(String.valueOf(context.getProperty("restante.home"))),
        settings(configuration, properties),
        registry);
  }

  RocksBackups(Database database, Path home, BackupSettings settings, MeterRegistry registry) {
    this.database = database;
    this.home = home.toAbsolutePath().normalize();
    this.settings = settings;
    this.meters = new BackupMeters(registry);
    this.schedule = new BackupSchedule(this, settings, meters);
    schedule.start();
  }

  /** Of an engine without a framework around it; none are taken by themselves. */
  public static RocksBackups of(RocksKeyValueEngine engine, Path home, MeterRegistry registry) {
    return new RocksBackups(engine.database(), home, BackupSettings.defaults(), registry);
  }

  @Override
  public TakenBackup take(Path directory, Consumer<BackupProgress> progress) {
    Path place = home.resolve(directory).normalize();
    long start = System.nanoTime();
    boolean first = false;
    try {
      first = BackupFiles.ids(place).isEmpty();
      prepare(place);
      TakenBackup taken = takeLocked(place, first, progress);
      meters.ended(first ? Kind.FULL : Kind.INCREMENTAL, Result.OK, System.nanoTime() - start);
      meters.succeeded(taken.backup().taken());
      return taken;
    } catch (IOException e) {
      meters.ended(first ? Kind.FULL : Kind.INCREMENTAL, Result.FAILED, System.nanoTime() - start);
      throw failed("no backup in " + place, e);
    } catch (RuntimeException e) {
      meters.ended(first ? Kind.FULL : Kind.INCREMENTAL, Result.FAILED, System.nanoTime() - start);
      throw e;
    }
  }

  private TakenBackup takeLocked(Path place, boolean first, Consumer<BackupProgress> progress)
      throws IOException {
    try (DirectoryLock unused = DirectoryLock.of(place);
        BackupDirectory backups = BackupDirectory.open(place, settings.rate())) {
      long before = octets(place);
      long total = first ? database.footprint().filesSize() : 0;
      try (Growth growth = new Growth(() -> octets(place) - before, total, progress)) {
        growth.start();
        backups.take(database);
      }
      long copied = octets(place) - before;
      progress.accept(new BackupProgress(copied, copied));
      return new TakenBackup(shown(place, backups.list().getLast()), copied);
    }
  }

  @Override
  public List<Backup> list(Path directory) {
    Path place = home.resolve(directory).normalize();
    if (!BackupFiles.isBackups(place)) {
      return List.of();
    }
    try (BackupDirectory backups = BackupDirectory.open(place, 0)) {
      List<Long> finished = BackupFiles.ids(place);
      return backups.list().stream()
          .filter(entry -> finished.contains((long) entry.id()))
          .map(entry -> shown(place, entry))
          .toList();
    } catch (IOException e) {
      throw failed("the backups in " + place + " can't be listed", e);
    }
  }

  @Override
  public List<String> verify(Path directory, long backup, Consumer<BackupProgress> progress) {
    Path place = home.resolve(directory).normalize();
    long start = System.nanoTime();
    Result result = Result.FAILED;
    try {
      List<String> problems =
          RestoredStore.verify(
              place, backup, (octets, total) -> progress.accept(new BackupProgress(octets, total)));
      result = problems.isEmpty() ? Result.OK : Result.FAILED;
      return problems;
    } catch (IOException e) {
      throw failed("backup " + backup + " can't be verified", e);
    } finally {
      meters.ended(Kind.VERIFY, result, System.nanoTime() - start);
    }
  }

  @Override
  public void keep(Path directory, int newest) {
    if (newest < 1) {
      throw new IllegalArgumentException("at least one backup is kept");
    }
    Path place = home.resolve(directory).normalize();
    if (!BackupFiles.isBackups(place)) {
      return;
    }
    try (DirectoryLock unused = DirectoryLock.of(place);
        BackupDirectory backups = BackupDirectory.open(place, 0)) {
      backups.purge(newest);
    } catch (IOException e) {
      throw failed("old backups in " + place + " can't be removed", e);
    }
  }

  @Override
  @Deactivate
  public void close() {
    schedule.close();
    meters.close();
  }

  /** Makes the directory; one that holds something else is left alone. */
  private void prepare(Path place) throws IOException {
    if (place.startsWith(home.resolve("data")) || place.startsWith(database.directory())) {
      throw new IOException("a backup beside the data goes with it: name another directory");
    }
    Files.createDirectories(place);
    try (Stream<Path> entries = Files.list(place)) {
      if (!BackupFiles.isBackups(place) && entries.anyMatch(entry -> !entry.endsWith("lock"))) {
        throw new IOException("there is something else in that directory: name an empty one");
      }
    }
  }

  /** One whose list is damaged is shown by what RocksDB knows of it; to verify it tells. */
  private static Backup shown(Path place, BackupDirectory.Entry entry) {
    long octets = entry.octets();
    int count = entry.files();
    try {
      BackupFiles files = BackupFiles.of(place, entry.id());
      octets = files.octets();
      count = files.files().size();
    } catch (IOException e) {
      log.warn("The list of a backup can't be read", e);
    }
    return new Backup(entry.id(), Instant.ofEpochSecond(entry.taken()), octets, count);
  }

  private static EngineException failed(String what, IOException cause) {
    return new EngineException(what + ": " + cause.getMessage(), cause);
  }

  /** Octets of all files below a directory; files that go meanwhile count nothing. */
  private static long octets(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private static BackupSettings settings(
      BackupConfiguration configuration, Map<String, Object> properties) {
    KnownKeys.check(properties, BackupConfiguration.class);
    try {
      return BackupSettings.of(configuration);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw KnownKeys.refused(properties, String.valueOf(e.getMessage()));
    }
  }
}
