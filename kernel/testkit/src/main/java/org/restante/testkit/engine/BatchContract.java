package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.engine.EngineUnderTest.commit;
import static org.restante.testkit.engine.EngineUnderTest.copy;
import static org.restante.testkit.engine.EngineUnderTest.get;
import static org.restante.testkit.engine.EngineUnderTest.octets;
import static org.restante.testkit.engine.EngineUnderTest.range;
import static org.restante.testkit.engine.EngineUnderTest.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader.Order;

/** Batches: whole or not at all, operations in order, guards. */
interface BatchContract extends EngineUnderTest {

  @Test
  default void nothingIsVisibleBeforeTheCommitAndAllOfItAfter() {
    put("a", "old", "b", "old");
    try (Batch batch = partition().batch()) {
      batch.put(octets("a"), octets("new")).delete(octets("b")).put(octets("c"), octets("new"));
      assertThat(scan(partition())).containsExactly("a=old", "b=old");
      commit(batch);
    }
    assertThat(scan(partition())).containsExactly("a=new", "c=new");
  }

  @Test
  default void aBatchThatIsClosedWithoutACommitIsDropped() {
    try (Batch batch = partition().batch()) {
      batch.put(octets("a"), octets("1"));
    }
    assertThat(scan(partition())).isEmpty();
  }

  @Test
  default void bothDurabilitiesAreVisibleAtOnce() {
    for (Durability durability : Durability.values()) {
      try (Batch batch = partition().batch()) {
        batch.put(octets("k"), octets(durability.name()));
        assertThat(batch.commit(durability)).isEqualTo(CommitResult.COMMITTED);
      }
      assertThat(get(partition(), "k")).isEqualTo(durability.name());
    }
  }

  @Test
  default void aBatchCommitsOnce() {
    try (Batch batch = partition().batch()) {
      commit(batch.put(octets("a"), octets("1")));
      assertThatThrownBy(() -> batch.commit(Durability.BUFFERED)).isInstanceOf(Exception.class);
    }
  }

  @Test
  default void anEmptyBatchCommits() {
    try (Batch batch = partition().batch()) {
      assertThat(batch.operations()).isZero();
      commit(batch);
    }
  }

  @Test
  default void operationsApplyInTheirOrder() {
    put("b1", "old", "b2", "old");
    try (Batch batch = partition().batch()) {
      batch
          .put(octets("a"), octets("1"))
          .put(octets("a"), octets("2"))
          .delete(octets("a"))
          .put(octets("a"), octets("3"))
          .put(octets("b3"), octets("gone"))
          .deleteRange(range("b", "c"))
          .put(octets("b2"), octets("back"))
          .put(octets("c"), octets("gone"))
          .delete(octets("c"));
      commit(batch);
    }
    assertThat(scan(partition())).containsExactly("a=3", "b2=back");
  }

  @Test
  default void deleteRangeTakesItsFirstKeyAndLeavesItsLast() {
    put("a", "1", "b", "2", "bb", "3", "c", "4", "d", "5");
    try (Batch batch = partition().batch()) {
      commit(batch.deleteRange(range("b", "d")));
    }
    assertThat(scan(partition())).containsExactly("a=1", "d=5");
    try (Batch batch = partition().batch()) {
      commit(batch.deleteRange(KeyRange.all()).delete(octets("none")));
    }
    assertThat(scan(partition())).isEmpty();
  }

  @Test
  default void operationsAndOctetsAreCounted() {
    try (Batch batch = partition().batch()) {
      batch.put(octets("key"), octets("value"));
      assertThat(batch.operations()).isEqualTo(1);
      assertThat(batch.octets()).isGreaterThanOrEqualTo(8);
      batch.delete(octets("key"));
      assertThat(batch.operations()).isEqualTo(2);
    }
  }

  @Test
  default void asManyOperationsAsPromisedAreOneCommitAndOneMoreIsNone() {
    int most = engine().capabilities().batchOperations();
    try (Batch batch = partition().batch()) {
      for (int i = 0; i < most; i++) {
        batch.put(octets("k%07d".formatted(i)), octets("v"));
      }
      commit(batch);
    }
    KeyRange all = KeyRange.all();
    assertThat(partition().scan(all, Order.ASCENDING, most + 1, (k, v) -> true)).isEqualTo(most);
    try (Batch batch = partition().batch()) {
      for (int i = 0; i <= most; i++) {
        batch.delete(octets("k%07d".formatted(i)));
      }
      assertThatThrownBy(() -> batch.commit(Durability.SYNC)).isInstanceOf(EngineException.class);
    }
    assertThat(partition().scan(all, Order.DESCENDING, most + 1, (k, v) -> true)).isEqualTo(most);
  }

  @Test
  default void asManyOctetsAsPromisedAreOneCommitAndALittleMoreIsNone() {
    byte[] value = new byte[engine().capabilities().valueOctets()];
    int most = engine().capabilities().batchOctets() / (value.length + 8);
    try (Batch batch = partition().batch()) {
      for (int i = 0; i < most; i++) {
        batch.put(octets("k%07d".formatted(i)), value);
      }
      commit(batch);
    }
    KeyRange all = KeyRange.all();
    assertThat(partition().scan(all, Order.ASCENDING, most + 1, (k, v) -> true)).isEqualTo(most);
    try (Batch batch = partition().batch()) {
      for (int i = 0; i < most + 2; i++) {
        batch.put(octets("l%07d".formatted(i)), value);
      }
      assertThatThrownBy(() -> batch.commit(Durability.SYNC)).isInstanceOf(EngineException.class);
    }
    assertThat(partition().scan(all, Order.ASCENDING, most + 1, (k, v) -> true)).isEqualTo(most);
  }

  @Test
  default void guardsThatHoldLetTheBatchThrough() {
    put("a", "1");
    try (Batch batch = partition().batch()) {
      batch.guard(octets("a"), octets("1")).guard(octets("b"), null);
      commit(batch.put(octets("a"), octets("2")));
    }
    assertThat(get(partition(), "a")).isEqualTo("2");
  }

  @Test
  default void aGuardThatDoesNotHoldStopsAllOfTheBatchUnlessTheEngineIsExclusive() {
    put("a", "1");
    try (Batch batch = partition().batch()) {
      batch.put(octets("x"), octets("1")).guard(octets("a"), octets("0"));
      CommitResult result = batch.commit(Durability.BUFFERED);
      if (!engine().capabilities().exclusive()) {
        assertThat(result).isEqualTo(CommitResult.GUARD_FAILED);
      }
      assertThat(get(partition(), "x")).isEqualTo(result == CommitResult.COMMITTED ? "1" : null);
    }
  }

  @Test
  default void arraysOfTheCallerMayChangeAfterTheCall() {
    byte[] key = octets("k");
    byte[] value = octets("v");
    try (Batch batch = partition().batch()) {
      batch.put(key, value);
      key[0] = 'x';
      value[0] = 'x';
      commit(batch);
    }
    assertThat(scan(partition())).containsExactly("k=v");
  }

  @Test
  default void randomBatchesEndAsInASortedMap() {
    Random random = new Random(20_261_122);
    TreeMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
    for (int round = 0; round < 300; round++) {
      try (Batch batch = partition().batch()) {
        for (int i = random.nextInt(20); i >= 0; i--) {
          change(random, batch, model);
        }
        commit(batch);
      }
    }
    TreeMap<byte[], byte[]> rows = new TreeMap<>(Arrays::compareUnsigned);
    partition()
        .scan(
            KeyRange.all(),
            Order.ASCENDING,
            Integer.MAX_VALUE,
            (key, value) -> rows.put(copy(key), copy(value)) == null);
    assertThat(rows.keySet().toArray(byte[][]::new))
        .isDeepEqualTo(model.keySet().toArray(byte[][]::new));
    assertThat(rows.values().toArray(byte[][]::new))
        .isDeepEqualTo(model.values().toArray(byte[][]::new));
  }

  private static void change(Random random, Batch batch, Map<byte[], byte[]> model) {
    byte[] key = octetsBelow4(random);
    int kind = random.nextInt(10);
    if (kind < 7) {
      byte[] value = new byte[random.nextInt(40)];
      random.nextBytes(value);
      batch.put(key, value);
      model.put(key, value);
    } else if (kind < 9) {
      batch.delete(key);
      model.remove(key);
    } else {
      byte[] end = octetsBelow4(random);
      boolean ordered = Arrays.compareUnsigned(key, end) <= 0;
      byte[] from = ordered ? key : end;
      byte[] to = ordered ? end : key;
      batch.deleteRange(new KeyRange(from, to));
      model
          .keySet()
          .removeIf(k -> Arrays.compareUnsigned(k, from) >= 0 && Arrays.compareUnsigned(k, to) < 0);
    }
  }

  private static byte[] octetsBelow4(Random random) {
    byte[] key = new byte[1 + random.nextInt(4)];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (random.nextInt(4) * 85);
    }
    return key;
  }
}
