package org.restante.rocksdb;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.testkit.engine.KeyValueEngineContract;

/** What every engine promises, on RocksDB. */
class RocksKeyValueEngineContractTest extends KeyValueEngineContract {
  @TempDir Path directory;

  @Override
  protected KeyValueEngine open() {
    return RocksKeyValueEngine.open(directory, Engines.SETTINGS, new SimpleMeterRegistry());
  }

  @Override
  protected Optional<KeyValueEngine> reopen(KeyValueEngine closing) throws Exception {
    close(closing);
    return Optional.of(open());
  }
}
