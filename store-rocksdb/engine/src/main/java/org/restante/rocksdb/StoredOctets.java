package org.restante.rocksdb;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.salvage.DamagedData;
import org.restante.rocksdb.table.StoredContent;

/**
 * The octets of a stored content, which somebody keeps from being collected. What is damaged is
 * mended where it can be; the chunk that was read last is kept, for readers with small buffers.
 * Thread-safe.
 */
final class StoredOctets implements AutoCloseable {
  private final BlobId blob;
  private final StoredContent stored;
  private final Chunks chunks;
  private volatile @Nullable Chunk last;

  @SuppressWarnings("ArrayRecordComponent")
  private record Chunk(int number, byte[] octets) {}

  StoredOctets(BlobId blob, StoredContent stored, Chunks chunks) {
    this.blob = blob;
    this.stored = stored;
    this.chunks = chunks;
  }

  /** The octets of a chunk; not to be changed. */
  byte[] chunk(int number) {
    Chunk known = last;
    if (known != null && known.number == number) {
      return known.octets;
    }
    byte[] octets = load(number);
    last = new Chunk(number, octets);
    return octets;
  }

  /** Copies octets from a position on, as many as one chunk has; their number. */
  int copy(long position, byte[] into, int offset, int length) {
    byte[] octets = chunk(Math.toIntExact(position / stored.chunk()));
    int at = (int) (position % stored.chunk());
    int count = Math.min(length, octets.length - at);
    System.arraycopy(octets, at, into, offset, count);
    return count;
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
    chunks.close();
  }

  private byte[] load(int number) {
    try {
      return chunks.read(number);
    } catch (DamagedData e) {
      chunks.mend(number, this::isWhole);
      return mended(number); // by us, or by somebody else meanwhile
    }
  }

  private byte[] mended(int number) {
    try {
      return chunks.read(number);
    } catch (DamagedData e) {
      throw new EngineException("content " + blob + " can't be read", e);
    }
  }

  /** Whether the octets are those that have this name. */
  private boolean isWhole() {
    try {
      BlobProof proof = new ContentProof(blob);
      for (int number = 0; number < stored.chunks(); number++) {
        byte[] octets = chunks.read(number);
        proof.write(octets, 0, octets.length);
      }
      return proof.holds();
    } catch (EngineException e) {
      return false;
    }
  }
}
