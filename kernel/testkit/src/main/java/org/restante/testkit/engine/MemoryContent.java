package org.restante.testkit.engine;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.restante.blob.BlobContent;

/** A content open for reading; pinned until it is closed. */
final class MemoryContent implements BlobContent {
  private final MemoryBlobs blobs;
  private final MemoryBlob blob;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Called under the engine's lock. */
  MemoryContent(MemoryBlobs blobs, MemoryBlob blob) {
    this.blobs = blobs;
    this.blob = blob;
    blob.pin();
  }

  @Override
  public long size() {
    return blob.octets().length;
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) {
    blobs.checkOpen();
    if (closed.get()) {
      throw new IllegalStateException("the content is closed");
    }
    Objects.checkFromIndexSize(offset, length, into.length);
    byte[] octets = blob.octets();
    if (position >= octets.length) {
      return -1;
    }
    int count = (int) Math.min(length, octets.length - position);
    System.arraycopy(octets, (int) position, into, offset, count);
    return count;
  }

  @Override
  public void prefetch() {
    // it is in memory
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      blobs.locked(blob::unpin);
    }
  }
}
