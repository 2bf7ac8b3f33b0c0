package org.restante.rocksdb;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.restante.blob.BlobContent;

/** A stored content, open. Its pin keeps it from being collected, so it needs no snapshot. */
final class OpenContent implements BlobContent {
  private final Contents contents;
  private final Hold hold;
  private final long size;
  private final StoredOctets octets;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final LongAdder octetsRead = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  OpenContent(Contents contents, Hold hold, long size, StoredOctets octets) {
    this.contents = contents;
    this.hold = hold;
    this.size = size;
    this.octets = octets;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    contents.database().requireOpen();
    if (closed.get()) {
      throw new IllegalStateException("the content is closed");
    }
    if (position >= size) {
      return -1;
    }
    long start = System.nanoTime();
    int end = (int) Math.min(length, size - position);
    int done = 0;
    while (done < end) {
      done += octets.copy(position + done, into, offset + done, end - done);
    }
    octetsRead.add(done);
    nanos.add(System.nanoTime() - start);
    return done;
  }

  @Override
  public void prefetch() {
    contents.database().requireOpen();
    if (size > 0 && !closed.get()) {
      octets.chunk(0);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      octets.close();
      contents.holds().unpin(hold);
      if (octetsRead.sum() > 0) {
        contents.meters().read(octetsRead.sum() >= size, nanos.sum());
      }
    }
  }
}
