package org.restante.rocksdb;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
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
    byte[] octets;
    try {
      octets = contents.database().get(Table.CHUNKS, Schema.chunk(stored.storage(), number), null);
    } catch (EngineUnavailable e) {
      throw e;
    } catch (EngineException e) {
      throw new EngineException("content " + hold.blob() + " can't be read", e);
    }
    long expected = Math.min(stored.chunk(), stored.octets() - (long) number * stored.chunk());
    if (octets == null || octets.length != expected) {
      throw new EngineException("content " + hold.blob() + " lacks its chunk " + number, null);
    }
    return octets;
  }
}
