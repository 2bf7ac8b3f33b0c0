package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.engine.EngineUnderTest.octets;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.blob.BlobStore;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;

/** A closed engine says so, whatever is asked, and what is open may still be closed. */
interface ClosedContract extends EngineUnderTest {

  void closeNow() throws Exception;

  @Test
  default void readsOfAClosedEngineAreRefused() throws Exception {
    put("a", "1");
    Partition partition = partition();
    PartitionSnapshot snapshot = partition.snapshot();
    closeNow();
    refused(() -> partition.get(octets("a")));
    refused(() -> partition.getMany(List.of(octets("a"))));
    refused(() -> partition.scan(KeyRange.all(), Order.ASCENDING, 1, (key, value) -> true));
    refused(partition::snapshot);
    refused(() -> snapshot.get(octets("a")));
    refused(() -> snapshot.scan(KeyRange.all(), Order.DESCENDING, 1, (key, value) -> true));
    snapshot.close();
  }

  @Test
  default void commitsOnAClosedEngineAreRefused() throws Exception {
    Partition partition = partition();
    Batch batch = partition.batch().put(octets("a"), octets("1"));
    closeNow();
    refused(() -> batch.commit(Durability.BUFFERED));
    batch.close();
    refused(
        () -> {
          try (Batch late = engine().partition(1).batch()) {
            late.put(octets("a"), octets("1")).commit(Durability.SYNC);
          }
        });
  }

  @Test
  default void contentsOfAClosedEngineAreRefused() throws Exception {
    BlobId id = stored(octets("abc"), 1);
    BlobStore blobs = engine().blobs();
    BlobContent content = blobs.open(id);
    BlobDraft draft = blobs.draft();
    draft.write(octets("abcd"), 0, 4);
    closeNow();
    refused(() -> content.read(0, new byte[3], 0, 3));
    refused(draft::seal);
    refused(() -> blobs.open(id));
    refused(() -> blobs.collect(Duration.ZERO));
    content.close();
    draft.close();
  }

  @Test
  default void anEngineMayBeClosedTwice() throws Exception {
    closeNow();
    closeNow();
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(EngineUnavailable.class);
  }
}
