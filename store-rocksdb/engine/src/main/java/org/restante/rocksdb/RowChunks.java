package org.restante.rocksdb;

import java.util.function.BooleanSupplier;
import org.restante.blob.BlobId;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.StoredContent;

/** Chunks that are rows of CHUNKS. */
final class RowChunks implements Chunks {
  private final Database database;
  private final BlobId blob;
  private final StoredContent stored;

  RowChunks(Database database, BlobId blob, StoredContent stored) {
    this.database = database;
    this.blob = blob;
    this.stored = stored;
  }

  @Override
  public byte[] read(int number) {
    byte[] octets = database.get(Table.CHUNKS, Schema.chunk(stored.storage(), number), null);
    long expected = Math.min(stored.chunk(), stored.octets() - (long) number * stored.chunk());
    if (octets == null || octets.length != expected) {
      throw new EngineException("content " + blob + " lacks its chunk " + number, null);
    }
    return octets;
  }

  @Override
  public void mend(int number, BooleanSupplier proof) {
    byte[] key = Schema.chunk(stored.storage(), number);
    database.onDiskThread(() -> database.salvage().mendContents(key, proof));
  }

  @Override
  public void close() {
    // nothing is open
  }
}
