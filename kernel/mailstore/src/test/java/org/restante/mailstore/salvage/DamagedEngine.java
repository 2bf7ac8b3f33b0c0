package org.restante.mailstore.salvage;

import java.util.List;
import java.util.Set;
import org.restante.blob.BlobStore;
import org.restante.keyvalue.Damage;
import org.restante.keyvalue.EngineCapabilities;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;

/** An engine that says that rows may be missing anywhere. */
final class DamagedEngine implements KeyValueEngine {
  private final KeyValueEngine engine;
  private Damage damage = new Damage(true, Set.of(), true, List.of("the log has a hole"));

  DamagedEngine(KeyValueEngine engine) {
    this.engine = engine;
  }

  @Override
  public Partition partition(long account) {
    return engine.partition(account);
  }

  @Override
  public BlobStore blobs() {
    return engine.blobs();
  }

  @Override
  public EngineCapabilities capabilities() {
    return engine.capabilities();
  }

  @Override
  public Damage damage() {
    return damage;
  }

  @Override
  public void settled(Damage settled) {
    damage = Damage.NONE;
  }
}
