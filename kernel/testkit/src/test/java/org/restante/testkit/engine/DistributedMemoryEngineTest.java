package org.restante.testkit.engine;

import org.restante.keyvalue.KeyValueEngine;

/** With the limits and guards of an engine that others write to as well. */
final class DistributedMemoryEngineTest extends KeyValueEngineContract {

  @Override
  protected KeyValueEngine open() {
    return new MemoryEngine(MemoryEngine.DISTRIBUTED);
  }
}
