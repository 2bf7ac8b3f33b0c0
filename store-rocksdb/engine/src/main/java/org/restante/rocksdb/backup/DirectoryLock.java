package org.restante.rocksdb.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The right to work in a directory of backups. It ends with the process, however that ends. */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it, or fails: who waits here would rather be told. */
  static DirectoryLock of(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(
          "somebody works with the backups in " + directory + "; try again when that is done");
    }
    return new DirectoryLock(channel);
  }

  /** The lock of a directory that may be on a medium that can't be written. */
  static @Nullable DirectoryLock ifWritable(Path directory) throws IOException {
    return Files.isWritable(directory) ? of(directory) : null;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException here) {
      return null; // another thread of this process
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
