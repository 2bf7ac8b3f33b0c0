package org.restante.rocksdb;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobProof;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.DamagedData;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.StoredContent;

/**
 * A stored content, open. Its pin keeps it from being collected, so it needs no native snapshot; it
 * keeps the chunk that was read last, for readers with small buffers.
 */
final class OpenContent implements BlobContent {
  private final Contents contents;
  private final Hold hold;
  private final StoredContent stored;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final LongAdder octetsRead = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private volatile @Nullable Chunk last;

  @SuppressWarnings("ArrayRecordComponent")
  private record Chunk(int number, byte[] octets) {}

  OpenContent(Contents contents, Hold hold, StoredContent stored) {
    this.contents = contents;
    this.hold = hold;
    this.stored = stored;
  }

  @Override
  public long size() {
    return stored.octets();
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    contents.database().requireOpen();
    if (closed.get()) {
      throw new IllegalStateException("the content is closed");
    }
    if (position >= stored.octets()) {
      return -1;
    }
    long start = System.nanoTime();
    int end = (int) Math.min(length, stored.octets() - position);
    int done = 0;
    while (done < end) {
      done += copy(position + done, into, offset + done, end - done);
    }
    octetsRead.add(done);
    nanos.add(System.nanoTime() - start);
    return done;
  }

  @Override
  public void prefetch() {
    contents.database().requireOpen();
    if (stored.octets() > 0 && !closed.get()) {
      chunk(0);
    }
  }

  /** Whether these octets are what is stored from a position on. */
  boolean has(long position, byte[] octets, int length) {
    int at = 0;
    while (at < length && position + at < stored.octets()) {
      byte[] chunk = chunk(Math.toIntExact((position + at) / stored.chunk()));
      int from = (int) ((position + at) % stored.chunk());
      int count = Math.min(length - at, chunk.length - from);
      if (!Arrays.equals(chunk, from, from + count, octets, at, at + count)) {
        return false;
      }
      at += count;
    }
    return at == length;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      contents.holds().unpin(hold);
      if (octetsRead.sum() > 0) {
        contents.meters().read(octetsRead.sum() >= stored.octets(), nanos.sum());
      }
    }
  }

  private int copy(long position, byte[] into, int offset, int length) {
    byte[] octets = chunk(Math.toIntExact(position / stored.chunk()));
    int at = (int) (position % stored.chunk());
    int count = Math.min(length, octets.length - at);
    System.arraycopy(octets, at, into, offset, count);
    return count;
  }

  private byte[] chunk(int number) {
    Chunk known = last;
    if (known != null && known.number == number) {
      return known.octets;
    }
    byte[] octets = load(number);
    last = new Chunk(number, octets);
    return octets;
  }

  private byte[] load(int number) {
    try {
      return stored(number);
    } catch (DamagedData e) {
      if (mended(number)) {
        return stored(number);
      }
      throw new EngineException("content " + hold.blob() + " can't be read", e);
    }
  }

  private boolean mended(int number) {
    Database database = contents.database();
    byte[] key = Schema.chunk(stored.storage(), number);
    return database.onDiskThread(() -> database.salvage().mendContents(key, this::isWhole));
  }

  /** Whether the octets are those that have this name. */
  private boolean isWhole() {
    try {
      BlobProof proof = contents.proof(hold.blob());
      for (int number = 0; number < stored.chunks(); number++) {
        byte[] octets = stored(number);
        proof.write(octets, 0, octets.length);
      }
      return proof.holds();
    } catch (EngineException e) {
      return false;
    }
  }

  private byte[] stored(int number) {
    byte[] octets =
        contents.database().get(Table.CHUNKS, Schema.chunk(stored.storage(), number), null);
    long expected = Math.min(stored.chunk(), stored.octets() - (long) number * stored.chunk());
    if (octets == null || octets.length != expected) {
      throw new EngineException("content " + hold.blob() + " lacks its chunk " + number, null);
    }
    return octets;
  }
}
