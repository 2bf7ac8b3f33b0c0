package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.engine.EngineUnderTest.commit;
import static org.restante.testkit.engine.EngineUnderTest.get;
import static org.restante.testkit.engine.EngineUnderTest.octets;
import static org.restante.testkit.engine.EngineUnderTest.scan;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;

/** Snapshots: unmoved by later commits. */
interface SnapshotContract extends EngineUnderTest {

  @Test
  default void aSnapshotIsUnmovedByLaterCommits() {
    put("a", "1", "b", "2");
    try (PartitionSnapshot snapshot = partition().snapshot()) {
      put("a", "new", "c", "new");
      try (Batch batch = partition().batch()) {
        commit(batch.delete(octets("b")));
      }
      assertThat(scan(snapshot)).containsExactly("a=1", "b=2");
      assertThat(scan(snapshot, KeyRange.all(), Order.DESCENDING, 1)).containsExactly("b=2");
      assertThat(get(snapshot, "a")).isEqualTo("1");
      assertThat(snapshot.getMany(List.of(octets("c"))).getFirst()).isNull();
    }
    assertThat(scan(partition())).containsExactly("a=new", "c=new");
  }

  @Test
  default void aSnapshotIsUnmovedByDeletedRanges() {
    put("a", "1", "b", "2");
    try (PartitionSnapshot before = partition().snapshot()) {
      try (Batch batch = partition().batch()) {
        commit(batch.deleteRange(KeyRange.all()));
      }
      try (PartitionSnapshot after = partition().snapshot()) {
        put("b", "3");
        assertThat(scan(before)).containsExactly("a=1", "b=2");
        assertThat(scan(after)).isEmpty();
      }
    }
    assertThat(scan(partition())).containsExactly("b=3");
  }

  @Test
  default void aSnapshotHoldsItsPartitionOnly() {
    put("a", "1");
    try (PartitionSnapshot other = engine().partition(2).snapshot()) {
      assertThat(scan(other)).isEmpty();
    }
  }

  @Test
  default void aSnapshotMayBeClosedTwice() {
    PartitionSnapshot snapshot = partition().snapshot();
    snapshot.close();
    snapshot.close();
    assertThat(scan(partition())).isEmpty();
  }
}
