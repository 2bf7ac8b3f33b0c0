package org.restante.rocksdb;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.restante.blob.BlobContent;

/** A sealed small content that no batch has written yet, open. */
final class PendingContent implements BlobContent {
  private final Contents contents;
  private final Hold hold;
  private final byte[] octets;
  private final AtomicBoolean closed = new AtomicBoolean();

  PendingContent(Contents contents, Hold hold, byte[] octets) {
    this.contents = contents;
    this.hold = hold;
    this.octets = octets;
  }

  @Override
  public long size() {
    return octets.length;
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    contents.database().requireOpen();
    if (closed.get()) {
      throw new IllegalStateException("the content is closed");
    }
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
      contents.holds().unpin(hold);
    }
  }
}
