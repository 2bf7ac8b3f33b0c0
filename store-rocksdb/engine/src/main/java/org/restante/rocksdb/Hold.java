package org.restante.rocksdb;

import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobId;

/**
 * What the process knows about one content while somebody works with it.
 *
 * <p>{@link #pins} and {@link #pending} change under the write lock; links change under the write
 * lock, or under a read lock where the content is linked before and after.
 */
final class Hold {
  private final BlobId blob;
  private final StampedLock lock = new StampedLock();

  /** Those who took this hold and have not given it back; guarded by the table of holds. */
  private int users;

  private int pins;

  /** The octets of a sealed small content that no batch has written yet. */
  private volatile byte @Nullable [] pending;

  Hold(BlobId blob) {
    this.blob = blob;
  }

  BlobId blob() {
    return blob;
  }

  StampedLock lock() {
    return lock;
  }

  byte @Nullable [] pending() {
    return pending;
  }

  void pending(byte @Nullable [] octets) {
    pending = octets;
  }

  Hold use() {
    users++;
    return this;
  }

  boolean unuse() {
    return --users == 0;
  }

  boolean pinned() {
    return pins > 0;
  }

  void pin() {
    pins++;
  }

  void unpin() {
    pins--;
    if (pins == 0) {
      pending = null;
    }
  }
}
