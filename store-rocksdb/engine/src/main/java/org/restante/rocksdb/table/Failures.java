package org.restante.rocksdb.table;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.StorageFull;
import org.restante.rocksdb.salvage.DamagedData;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** What RocksDB's errors are called on our side of the seam. */
final class Failures {

  private Failures() {}

  static EngineException of(String what, RocksDBException cause) {
    Status status = cause.getStatus();
    String message = what + ": " + cause.getMessage();
    if (status == null) {
      return new EngineException(message, cause);
    }
    if (status.getSubCode() == Status.SubCode.NoSpace) {
      return new StorageFull(message, cause);
    }
    return isDamage(status)
        ? new DamagedData("damaged data, " + message, cause)
        : new EngineException(message, cause);
  }

  /** Of a content's file that can't be read: it is cut off or gone, or the disk has lost it. */
  static EngineException ofRead(String what, IOException cause) {
    String message = what + ": " + cause;
    return cause instanceof ClosedChannelException
        ? new EngineException(message, cause)
        : new DamagedData("damaged data, " + message, cause);
  }

  /** Of a content's file that can't be written; the system says why in the user's language. */
  static EngineException ofWrite(String what, IOException cause, boolean full) {
    String message = what + ": " + cause;
    return full || message.contains("No space left")
        ? new StorageFull(message, cause)
        : new EngineException(message, cause);
  }

  /** A write never finds damage: it has room, or the disk does not take it. */
  static EngineException ofWrite(RocksDBException cause) {
    Status status = cause.getStatus();
    String message = "write: " + cause.getMessage();
    return status != null && status.getSubCode() == Status.SubCode.NoSpace
        ? new StorageFull(message, cause)
        : new EngineException(message, cause);
  }

  /** A file that is cut off or gone fails as an error of reading. */
  private static boolean isDamage(Status status) {
    return status.getCode() == Status.Code.Corruption
        || status.getCode() == Status.Code.IOError && status.getSubCode() != Status.SubCode.NoSpace;
  }

  static EngineUnavailable closed() {
    return new EngineUnavailable("the RocksDB engine is closed");
  }

  /** Whether a read that may not wait for the disk would have to. */
  static boolean notInCache(RocksDBException cause) {
    Status status = cause.getStatus();
    return status != null && status.getCode() == Status.Code.Incomplete;
  }

  static RuntimeException unwrapped(CompletionException e) {
    @Nullable Throwable cause = e.getCause();
    return cause instanceof RuntimeException known ? known : e;
  }
}
