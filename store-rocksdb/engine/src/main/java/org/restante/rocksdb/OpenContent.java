package org.restante.rocksdb;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobId;
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

  /** Whether the octets have the hash that names them. */
  private boolean isWhole() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int number = 0; number < stored.chunks(); number++) {
        digest.update(stored(number));
      }
      return hold.blob().equals(new BlobId(digest.digest()));
    } catch (EngineException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
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
