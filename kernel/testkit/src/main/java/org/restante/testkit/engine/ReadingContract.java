package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.engine.EngineUnderTest.commit;
import static org.restante.testkit.engine.EngineUnderTest.copy;
import static org.restante.testkit.engine.EngineUnderTest.get;
import static org.restante.testkit.engine.EngineUnderTest.octets;
import static org.restante.testkit.engine.EngineUnderTest.range;
import static org.restante.testkit.engine.EngineUnderTest.scan;
import static org.restante.testkit.engine.EngineUnderTest.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;

/** Reads: get, getMany, scans in both directions. */
interface ReadingContract extends EngineUnderTest {

  @Test
  default void getGivesTheValueOrNull() {
    put("a", "1");
    assertThat(get(partition(), "a")).isEqualTo("1");
    assertThat(get(partition(), "b")).isNull();
    assertThat(get(partition(), "")).isNull();
  }

  @Test
  default void anEmptyValueIsAValue() {
    put("a", "");
    assertThat(get(partition(), "a")).isEmpty();
    assertThat(scan(partition())).containsExactly("a=");
  }

  @Test
  default void getManyKeepsTheOrderOfTheKeysAndHasNullForMissingOnes() {
    put("a", "1", "b", "2", "c", "3");
    List<byte[]> values =
        partition().getMany(List.of(octets("c"), octets("x"), octets("a"), octets("c")));
    assertThat(values).hasSize(4);
    assertThat(values.get(1)).isNull();
    assertThat(List.of(text(values.get(0)), text(values.get(2)), text(values.get(3))))
        .containsExactly("3", "1", "3");
    assertThat(partition().getMany(List.of())).isEmpty();
  }

  @Test
  default void scansVisitARangeInBothDirections() {
    put("a", "1", "b", "2", "c", "3", "d", "4");
    assertThat(scan(partition(), range("b", "d"), Order.ASCENDING, 10))
        .containsExactly("b=2", "c=3");
    assertThat(scan(partition(), range("b", "d"), Order.DESCENDING, 10))
        .containsExactly("c=3", "b=2");
    assertThat(scan(partition(), KeyRange.all(), Order.DESCENDING, 10))
        .containsExactly("d=4", "c=3", "b=2", "a=1");
    assertThat(scan(partition(), range("bb", "bc"), Order.DESCENDING, 10)).isEmpty();
  }

  @Test
  default void scansStopAtTheirLimitAndGoOnBehindTheLastKey() {
    put("a", "1", "b", "2", "c", "3");
    KeyRange all = KeyRange.all();
    assertThat(scan(partition(), all, Order.ASCENDING, 2)).containsExactly("a=1", "b=2");
    assertThat(scan(partition(), all.after(octets("b")), Order.ASCENDING, 2))
        .containsExactly("c=3");
    assertThat(scan(partition(), all.before(octets("b")), Order.DESCENDING, 2))
        .containsExactly("a=1");
    assertThat(scan(partition(), all, Order.ASCENDING, 0)).isEmpty();
  }

  @Test
  default void aVisitorEndsTheScan() {
    put("a", "1", "b", "2", "c", "3");
    List<String> seen = new ArrayList<>();
    int visited =
        partition()
            .scan(
                KeyRange.all(),
                Order.ASCENDING,
                10,
                (key, value) -> {
                  seen.add(text(key));
                  return seen.size() < 2;
                });
    assertThat(visited).isEqualTo(2);
    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  default void keysAreComparedAsUnsignedOctets() {
    byte[][] ascending = {
      {0}, {0, 0}, {0, (byte) 0xff}, {1}, {0x7f}, {(byte) 0x80}, {(byte) 0xff}, {(byte) 0xff, 0}
    };
    try (Batch batch = partition().batch()) {
      for (int i = ascending.length - 1; i >= 0; i--) {
        batch.put(ascending[i], new byte[] {(byte) i});
      }
      commit(batch);
    }
    List<byte[]> keys = new ArrayList<>();
    partition().scan(KeyRange.all(), Order.ASCENDING, 100, (key, value) -> keys.add(copy(key)));
    assertThat(keys.toArray(byte[][]::new)).isDeepEqualTo(ascending);
  }

  @Test
  default void aPrefixRangeHoldsThatPrefixOnly() {
    put("a", "0", "ab", "1", "abc", "2", "ac", "3", "b", "4");
    assertThat(scan(partition(), KeyRange.prefix(octets("ab")), Order.ASCENDING, 10))
        .containsExactly("ab=1", "abc=2");
    try (Batch batch = partition().batch()) {
      commit(batch.put(new byte[] {(byte) 0xff, (byte) 0xff}, octets("top")));
    }
    KeyRange top = KeyRange.prefix(new byte[] {(byte) 0xff, (byte) 0xff});
    assertThat(partition().scan(top, Order.ASCENDING, 10, (key, value) -> true)).isEqualTo(1);
    assertThat(partition().scan(top, Order.DESCENDING, 10, (key, value) -> true)).isEqualTo(1);
  }

  @Test
  default void partitionsAreApart() {
    put("k", "one");
    for (long id : new long[] {0, 2, 256, 257, 1L << 40, Long.MAX_VALUE}) {
      Partition other = engine().partition(id);
      assertThat(get(other, "k")).isNull();
      assertThat(scan(other)).isEmpty();
      try (Batch batch = other.batch()) {
        commit(batch.put(octets("k"), octets("of " + id)).deleteRange(range("x", "z")));
      }
    }
    try (Batch batch = engine().partition(2).batch()) {
      commit(batch.deleteRange(KeyRange.all()));
    }
    assertThat(scan(engine().partition(2))).isEmpty();
    assertThat(scan(partition())).containsExactly("k=one");
    assertThat(scan(engine().partition(256))).containsExactly("k=of 256");
    assertThat(scan(engine().partition(Long.MAX_VALUE), KeyRange.all(), Order.DESCENDING, 10))
        .containsExactly("k=of " + Long.MAX_VALUE);
  }

  @Test
  default void keysAndValuesOfTheLargestSizeAreKept() {
    byte[] key = new byte[engine().capabilities().keyOctets()];
    byte[] value = new byte[engine().capabilities().valueOctets()];
    Arrays.fill(key, (byte) 0xff);
    Arrays.fill(value, (byte) 7);
    try (Batch batch = partition().batch()) {
      commit(batch.put(key, value));
    }
    assertThat(partition().get(key)).isEqualTo(value);
    assertThat(partition().scan(KeyRange.prefix(key), Order.ASCENDING, 2, (k, v) -> true))
        .isEqualTo(1);
  }
}
