package org.restante.testkit.engine;

import java.util.Optional;
import org.restante.keyvalue.KeyValueEngine;

final class MemoryEngineTest extends KeyValueEngineContract {

  @Override
  protected KeyValueEngine open() {
    return new MemoryEngine();
  }

  @Override
  protected Optional<KeyValueEngine> reopen(KeyValueEngine closing) {
    return Optional.of(((MemoryEngine) closing).reopen());
  }
}
