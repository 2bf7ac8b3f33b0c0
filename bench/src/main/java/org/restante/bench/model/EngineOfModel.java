package org.restante.bench.model;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.restante.bench.crash.UnsyncedEngine;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;
import org.restante.testkit.engine.MemoryEngine;

/** An engine that can be opened again, with what is in it. */
sealed interface EngineOfModel extends AutoCloseable {

  /** The engine as it is open now. */
  KeyValueEngine engine();

  /** Closes it and opens it again. */
  void reopen();

  @Override
  void close();

  /** The engine in memory. */
  final class InMemory implements EngineOfModel {
    private MemoryEngine engine = new MemoryEngine();

    @Override
    public KeyValueEngine engine() {
      return engine;
    }

    @Override
    public void reopen() {
      engine = engine.reopen();
      engine.blobs().collect(Duration.ZERO);
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  /** RocksDB in a directory, without waiting for the disk. */
  final class OnDisk implements EngineOfModel {
    private final Path directory;
    private RocksKeyValueEngine engine;

    OnDisk(Path directory) {
      this.directory = directory;
      this.engine = open();
    }

    @Override
    public KeyValueEngine engine() {
      return UnsyncedEngine.over(engine);
    }

    @Override
    public void reopen() {
      engine.close();
      engine = open();
    }

    @Override
    public void close() {
      engine.close();
    }

    /** Contents are collected soon and often, so that one collected too early shows. */
    private RocksKeyValueEngine open() {
      RocksSettings usual = RocksSettings.defaults();
      RocksSettings settings =
          new RocksSettings(
              usual.tuning(),
              Duration.ofMillis(200),
              Duration.ofSeconds(1),
              usual.inOneWrite(),
              usual.chunk(),
              usual.reserve());
      return RocksKeyValueEngine.open(directory, settings, new SimpleMeterRegistry());
    }
  }
}
