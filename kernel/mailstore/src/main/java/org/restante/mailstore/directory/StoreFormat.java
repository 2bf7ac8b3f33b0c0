package org.restante.mailstore.directory;

import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.SystemRow;
import org.restante.refusal.StoreUnavailable;

/** The format of what is in an engine. */
public final class StoreFormat {
  private StoreFormat() {}

  /**
   * Marks an empty engine with this release's format, and refuses what a newer release wrote.
   *
   * @return the format of what is in it: where that is an older one, it has to be migrated
   * @throws StoreUnavailable if this release can't read it
   */
  public static int check(KeyValueEngine engine) {
    Partition system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
    byte[] stored = system.get(Schema.systemKey());
    if (stored == null) {
      stored = mark(system);
    }
    int format = Codec.readSystem(stored).format();
    if (format < 1 || format > Schema.FORMAT) {
      throw new StoreUnavailable(
          "the data is of format %d and this release reads format %d: install the release that wrote it"
              .formatted(format, Schema.FORMAT),
          null);
    }
    return format;
  }

  private static byte[] mark(Partition system) {
    byte[] row = Codec.write(new SystemRow(Schema.FORMAT, 1));
    try (Batch batch = system.batch()) {
      batch.guard(Schema.systemKey(), null).put(Schema.systemKey(), row);
      if (batch.commit(Durability.SYNC) != CommitResult.COMMITTED) {
        throw new StoreUnavailable("another process is just marking the store", null);
      }
      return row;
    }
  }
}
