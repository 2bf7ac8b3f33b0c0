package org.restante.bench.damage;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;
import org.restante.rocksdb.table.Compression;
import org.restante.rocksdb.table.Tuning;

/** A mail store on RocksDB in this process. */
record Stores(RocksKeyValueEngine engine, EngineMailStore mail) implements AutoCloseable {
  private static final RocksSettings SETTINGS =
      new RocksSettings(
          new Tuning(64 << 20, 4, 2, Compression.LZ4, Compression.ZSTD),
          Duration.ofHours(1),
          Duration.ZERO,
          256 << 10,
          64 << 10,
          0);

  static Stores open(Path directory) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    RocksKeyValueEngine engine = RocksKeyValueEngine.open(directory, SETTINGS, registry);
    try {
      MailStoreSettings settings =
          MailStoreSettings.builder().engineWait(Duration.ofSeconds(20)).build();
      return new Stores(engine, EngineMailStore.over(engine, registry, settings));
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  @Override
  public void close() {
    mail.close();
    engine.close();
  }
}
