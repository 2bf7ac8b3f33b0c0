package org.restante.rocksdb;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.blob.BlobStore;
import org.restante.keyvalue.Damage;
import org.restante.keyvalue.EngineCapabilities;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine on RocksDB: one database in one directory, used by one process. */
@Component(
    service = {KeyValueEngine.class, RocksKeyValueEngine.class},
    configurationPid = "org.restante.store.rocksdb",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
@Designate(ocd = RocksConfiguration.class)
public final class RocksKeyValueEngine implements KeyValueEngine, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RocksKeyValueEngine.class);

  /** A batch has room for a change to 10,000 messages, see docs/adr/0008. */
  static final EngineCapabilities CAPABILITIES =
      new EngineCapabilities(Schema.CALLER_KEY, 64 << 10, 32 << 20, 65_536, true, false);

  private final Database database;
  private final EngineMeters meters;
  private final Contents contents;
  private final Commits commits;
  private final Collector collector;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** As a component: opens the database below {@code restante.home}. */
  @Activate
  public RocksKeyValueEngine(
      RocksConfiguration configuration,
      Map<String, Object> properties,
      BundleContext context,
      @Reference MeterRegistry registry) {
    this(
        directory(context.getProperty("restante.home"), configuration.directory()),
        settings(configuration, properties, context.getProperty("restante.memory.native")),
        registry,
        InstantSource.system(),
        new Reopening(context.getBundle()));
  }

  RocksKeyValueEngine(
      Path directory, RocksSettings settings, MeterRegistry registry, InstantSource clock) {
    this(directory, settings, registry, clock, null);
  }

  private RocksKeyValueEngine(
      Path directory,
      RocksSettings settings,
      MeterRegistry registry,
      InstantSource clock,
      @Nullable Reopening reopening) {
    long start = System.nanoTime();
    this.database = opened(directory, settings, reopening);
    try {
      this.meters = new EngineMeters(registry);
      this.contents = new Contents(database, settings, clock, meters);
      this.commits = new Commits(database, contents, meters);
      this.collector = new Collector(contents, () -> meters.poll(database.footprint()));
      contents.left().dropAbandoned();
    } catch (RuntimeException e) {
      database.close(); // else the next try would find the directory locked
      throw e;
    }
    meters.show(
        database.footprint(),
        contents::figures,
        contents.room()::isRefusing,
        database::refusesWrites);
    collector.start();
    log.info("Opened {} in {} ms", directory, (System.nanoTime() - start) / 1_000_000);
  }

  /** Opens the engine of a directory without a framework around it. */
  public static RocksKeyValueEngine open(
      Path directory, RocksSettings settings, MeterRegistry registry) {
    return new RocksKeyValueEngine(directory, settings, registry, InstantSource.system());
  }

  /** The open database, for the other rooms of this bundle. */
  public Database database() {
    return database;
  }

  @Override
  public Partition partition(long accountId) {
    return new RocksPartition(commits, accountId);
  }

  @Override
  public BlobStore blobs() {
    return contents;
  }

  @Override
  public Damage damage() {
    return database.salvage().damage();
  }

  @Override
  public void settled(Damage damage) {
    database.salvage().settled(damage);
  }

  @Override
  public EngineCapabilities capabilities() {
    return CAPABILITIES;
  }

  /** Refuses new calls, waits for those under way, and closes the database. */
  @Override
  @Deactivate
  public void close() {
    if (closed.compareAndSet(false, true)) {
      collector.close();
      contents.stop();
      meters.close();
      meters.poll(database.footprint());
      try (LastCalls calls = new LastCalls(this)) {
        database.close();
        calls.make();
      } catch (EngineException e) {
        log.debug("An engine that refuses already is closed", e);
      } finally {
        database.close();
        collector.join();
      }
    }
  }

  private static Database opened(
      Path directory, RocksSettings settings, @Nullable Reopening reopening) {
    try {
      Database database = Database.open(directory, settings.tuning());
      if (reopening != null) {
        database.reopenBy(reopening::now);
      }
      return database;
    } catch (EngineException e) {
      log.error("The store in {} does not open", directory, e);
      if (reopening != null) {
        openWithRoom(directory, settings.tuning().roomToOpen(), reopening);
      }
      throw e;
    } catch (RuntimeException | LinkageError e) {
      log.error("The store in {} does not open", directory, e);
      throw e;
    }
  }

  private static void openWithRoom(Path directory, long least, Reopening reopening) {
    long free = Reopening.free(directory);
    if (free < least) {
      log.warn("Only {} octets are free there: it opens by itself when {} are", free, least);
      reopening.withRoom(directory, least);
    }
  }

  private static RocksSettings settings(
      RocksConfiguration configuration,
      Map<String, Object> properties,
      @Nullable String memoryShare) {
    try {
      RocksSettings.refuseUnknown(properties);
      return RocksSettings.of(configuration, memoryShare);
    } catch (RuntimeException e) {
      log.error("The configuration org.restante.store.rocksdb is refused", e);
      throw e;
    }
  }

  private static Path directory(@Nullable String home, String directory) {
    if (home == null) {
      throw new IllegalStateException("the framework property restante.home is not set");
    }
    return Path.of(home).resolve(directory);
  }
}
