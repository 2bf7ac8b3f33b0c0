package org.restante.testkit.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;
import org.restante.blob.BlobStore;
import org.restante.blob.LinkVisitor;
import org.restante.blob.NoSuchBlob;
import org.restante.testkit.engine.MemoryBatch.LinkChange;
import org.restante.testkit.engine.MemoryBatch.LinkOwner;

/** Contents in memory. Every change of the table happens under the engine's lock. */
final class MemoryBlobs implements BlobStore {
  private final ReentrantLock lock;
  private final Runnable checkOpen;
  private final Map<BlobId, MemoryBlob> table;

  MemoryBlobs(ReentrantLock lock, Runnable checkOpen) {
    this(lock, checkOpen, new HashMap<>());
  }

  private MemoryBlobs(ReentrantLock lock, Runnable checkOpen, Map<BlobId, MemoryBlob> table) {
    this.lock = lock;
    this.checkOpen = checkOpen;
    this.table = table;
  }

  MemoryBlobs reopened(Runnable checkReopened) {
    locked(() -> table.values().forEach(MemoryBlob::dropPins));
    return new MemoryBlobs(lock, checkReopened, table);
  }

  @Override
  public BlobDraft draft(long expected) {
    checkOpen.run();
    return new MemoryDraft(this);
  }

  @Override
  public BlobContent open(BlobId id) {
    checkOpen.run();
    lock.lock();
    try {
      return new MemoryContent(this, existing(id));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public BlobProof proof(BlobId blob) {
    return new MemoryProof(blob);
  }

  @Override
  public void links(LinkVisitor visitor) {
    checkOpen.run();
    lock.lock();
    try {
      for (Map.Entry<BlobId, MemoryBlob> blob : table.entrySet()) {
        for (Map.Entry<LinkOwner, byte[]> link : blob.getValue().links().entrySet()) {
          LinkOwner owner = link.getKey();
          byte[] about = link.getValue().clone();
          if (!visitor.link(blob.getKey(), owner.partition(), owner.owner(), about)) {
            return;
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long collect(Duration grace) {
    checkOpen.run();
    long reclaimed = 0;
    lock.lock();
    try {
      Iterator<MemoryBlob> all = table.values().iterator();
      while (all.hasNext()) {
        MemoryBlob blob = all.next();
        if (blob.collectable(grace)) {
          reclaimed += blob.octets().length;
          all.remove();
        }
      }
    } finally {
      lock.unlock();
    }
    return reclaimed;
  }

  @Override
  public BlobFigures figures() {
    checkOpen.run();
    long octets = 0;
    long garbage = 0;
    lock.lock();
    try {
      for (MemoryBlob blob : table.values()) {
        octets += blob.octets().length;
        garbage += blob.linked() ? 0 : blob.octets().length;
      }
      return new BlobFigures(table.size(), octets, garbage);
    } finally {
      lock.unlock();
    }
  }

  void checkOpen() {
    checkOpen.run();
  }

  /** Adds a sealed content, or finds it, and pins it until {@link MemoryBlob#unpin}. */
  MemoryBlob pinned(BlobId id, byte[] octets) {
    checkOpen.run();
    lock.lock();
    try {
      MemoryBlob blob = table.computeIfAbsent(id, absent -> new MemoryBlob(octets));
      blob.pin();
      return blob;
    } finally {
      lock.unlock();
    }
  }

  void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /** Applies all of the changes, or throws before the first one. */
  void apply(List<LinkChange> changes) {
    changes.stream().filter(LinkChange::linked).forEach(change -> existing(change.blob()));
    for (LinkChange change : changes) {
      MemoryBlob blob = table.get(change.blob());
      if (blob != null) {
        blob.apply(change);
      }
    }
  }

  private MemoryBlob existing(BlobId id) {
    @Nullable MemoryBlob blob = table.get(id);
    if (blob == null) {
      throw new NoSuchBlob(id);
    }
    return blob;
  }
}
