package org.restante.testkit.engine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.restante.blob.BlobStore;
import org.restante.keyvalue.EngineCapabilities;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;

/**
 * An engine in memory, on persistent maps: snapshots cost nothing. It checks guards, limits and
 * links more strictly than an engine has to, so that a wrong use shows in tests. Closed, it keeps
 * its rows; {@link #reopen} gives an engine that goes on with them.
 */
public final class MemoryEngine implements KeyValueEngine, AutoCloseable {

  /** The limits that design §3.1 names. */
  public static final EngineCapabilities DISTRIBUTED =
      new EngineCapabilities(255, 1 << 16, 1 << 20, 1_000, false, true);

  private static final EngineCapabilities EXCLUSIVE =
      new EngineCapabilities(255, 1 << 16, 32 << 20, 65_536, true, false);

  private final EngineCapabilities capabilities;
  private final ConcurrentHashMap<Long, MemoryRows> partitions;
  private final MemoryBlobs blobs;
  private final ReentrantLock lock;
  private volatile boolean open = true;

  /** An empty engine of one process, with the limits of the engine on RocksDB. */
  public MemoryEngine() {
    this(EXCLUSIVE);
  }

  /** An empty engine that claims these capabilities and holds to the limits in them. */
  public MemoryEngine(EngineCapabilities capabilities) {
    this.capabilities = capabilities;
    this.partitions = new ConcurrentHashMap<>();
    this.lock = new ReentrantLock();
    this.blobs = new MemoryBlobs(lock, this::checkOpen);
  }

  private MemoryEngine(MemoryEngine before) {
    this.capabilities = before.capabilities;
    this.partitions = before.partitions;
    this.lock = before.lock;
    this.blobs = before.blobs.reopened(this::checkOpen);
  }

  @Override
  public Partition partition(long accountId) {
    return new MemoryPartition(
        this, accountId, partitions.computeIfAbsent(accountId, id -> new MemoryRows()));
  }

  @Override
  public BlobStore blobs() {
    checkOpen();
    return blobs;
  }

  @Override
  public EngineCapabilities capabilities() {
    return capabilities;
  }

  /** Closes this engine, and opens another one on what it holds. Pins of drafts are gone. */
  public MemoryEngine reopen() {
    close();
    return new MemoryEngine(this);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      open = false;
    } finally {
      lock.unlock();
    }
  }

  MemoryBlobs memoryBlobs() {
    return blobs;
  }

  <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      checkOpen();
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  void checkOpen() {
    if (!open) {
      throw new EngineUnavailable("the memory engine is closed");
    }
  }
}
