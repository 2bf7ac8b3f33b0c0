package org.restante.rocksdb;

import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.blob.BlobStore;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;

/**
 * What sessions may still ask of an engine that has closed, asked once while its bundle is there:
 * after that its class loader gives out nothing any more, and a refusal whose classes were never
 * needed before would end as a {@link NoClassDefFoundError}.
 */
final class LastCalls implements AutoCloseable {
  private static final byte[] OCTETS = {0};

  private final Partition partition;
  private final PartitionSnapshot snapshot;
  private final BlobStore blobs;
  private final BlobDraft draft;
  private final BlobDraft sealed;
  private final BlobId blob;

  /** Holds what a session may hold, of an engine that is open. */
  LastCalls(KeyValueEngine engine) {
    partition = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
    blobs = engine.blobs();
    draft = blobs.draft();
    sealed = blobs.draft();
    sealed.write(OCTETS, 0, OCTETS.length);
    blob = sealed.seal();
    snapshot = partition.snapshot();
  }

  /** Makes the calls, of an engine that is closed by now. */
  void make() {
    read(partition);
    read(snapshot);
    refused(this::commit);
    refused(() -> draft.write(OCTETS, 0, OCTETS.length));
    refused(draft::inMemory);
    refused(draft::seal);
    refused(() -> blobs.open(blob).read(0, new byte[1], 0, 1));
    refused(blobs::draft);
    refused(partition::snapshot);
  }

  private void read(PartitionReader reader) {
    refused(() -> reader.get(OCTETS));
    refused(() -> reader.scan(KeyRange.all(), Order.ASCENDING, 1, (key, value) -> false));
  }

  private void commit() {
    try (Batch batch = partition.batch()) {
      batch.guard(OCTETS, null).put(OCTETS, OCTETS).delete(OCTETS).commit(Durability.SYNC);
    }
  }

  private static void refused(Runnable call) {
    try {
      call.run();
    } catch (EngineException e) {
      return; // as it should be
    }
  }

  @Override
  public void close() {
    draft.close();
    sealed.close();
    snapshot.close();
  }
}
