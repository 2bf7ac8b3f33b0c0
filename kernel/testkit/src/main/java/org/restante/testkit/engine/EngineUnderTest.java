package org.restante.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;

/** The engine of a contract test, and its rows as text. */
interface EngineUnderTest {

  KeyValueEngine engine();

  default Partition partition() {
    return engine().partition(1);
  }

  default void put(String... keysAndValues) {
    try (Batch batch = partition().batch()) {
      for (int i = 0; i < keysAndValues.length; i += 2) {
        batch.put(octets(keysAndValues[i]), octets(keysAndValues[i + 1]));
      }
      commit(batch);
    }
  }

  /** Stores a content with a link of partition 1. */
  default BlobId stored(byte[] content, long owner) {
    try (BlobDraft draft = engine().blobs().draft();
        Batch batch = partition().batch()) {
      draft.write(content, 0, content.length);
      BlobId id = draft.seal();
      commit(batch.link(id, owner, new byte[0]));
      return id;
    }
  }

  default void unlink(BlobId id, long owner) {
    try (Batch batch = partition().batch()) {
      commit(batch.unlink(id, owner));
    }
  }

  default byte[] read(BlobId id) {
    try (BlobContent content = engine().blobs().open(id)) {
      return read(content);
    }
  }

  static byte[] read(BlobContent content) {
    byte[] octets = new byte[(int) content.size()];
    int at = 0;
    while (at < octets.length) {
      int count = content.read(at, octets, at, octets.length - at);
      if (count < 1) {
        throw new AssertionError("read " + count + " at " + at + " of " + octets.length);
      }
      at += count;
    }
    return octets;
  }

  static void commit(Batch batch) {
    CommitResult result = batch.commit(Durability.BUFFERED);
    if (result != CommitResult.COMMITTED) {
      throw new AssertionError("the batch ended as " + result);
    }
  }

  static @Nullable String get(PartitionReader reader, String key) {
    byte[] value = reader.get(octets(key));
    return value == null ? null : text(value);
  }

  static List<String> scan(PartitionReader reader, KeyRange range, Order order, int limit) {
    List<String> rows = new ArrayList<>();
    int visited =
        reader.scan(range, order, limit, (key, value) -> rows.add(text(key) + "=" + text(value)));
    if (visited != rows.size()) {
      throw new AssertionError("visited " + visited + " rows, said " + rows.size());
    }
    return rows;
  }

  static List<String> scan(PartitionReader reader) {
    return scan(reader, KeyRange.all(), Order.ASCENDING, Integer.MAX_VALUE);
  }

  static KeyRange range(String from, String to) {
    return new KeyRange(octets(from), octets(to));
  }

  static byte[] octets(String text) {
    return text.getBytes(UTF_8);
  }

  static String text(byte[] octets) {
    return new String(octets, UTF_8);
  }

  static String text(ByteBuffer octets) {
    return UTF_8.decode(octets.duplicate()).toString();
  }

  static byte[] copy(ByteBuffer octets) {
    byte[] copy = new byte[octets.remaining()];
    octets.duplicate().get(copy);
    return copy;
  }
}
