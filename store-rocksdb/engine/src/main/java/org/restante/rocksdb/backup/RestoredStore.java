package org.restante.rocksdb.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.restante.rocksdb.backup.BackupFiles.BackupFile;

/** The way back from a backup, for a program that has no engine: files and their checksums. */
public final class RestoredStore {

  private RestoredStore() {}

  /** The numbers of the backups in a directory, oldest first. */
  public static List<Long> backups(Path directory) throws IOException {
    return BackupFiles.ids(directory);
  }

  /**
   * Copies a backup into a directory that does not exist yet, comparing every file with its
   * checksum. Returns when it is on the disk; where it fails, the directory is not whole.
   *
   * @param backup which one; empty: the newest
   * @param progress gets octets done, and octets to do
   * @return the number of the backup
   */
  public static long restore(
      Path directory, OptionalLong backup, Path target, BiConsumer<Long, Long> progress)
      throws IOException {
    List<Long> there = backups(directory);
    if (there.isEmpty()) {
      throw new IOException("there are no backups in " + directory);
    }
    long id = backup.orElse(there.getLast());
    try (DirectoryLock lock = DirectoryLock.ifWritable(directory)) {
      BackupFiles files = BackupFiles.of(directory, id);
      Files.createDirectories(Files.createDirectory(target).resolve("contents"));
      Count count = new Count(files.octets(), progress);
      for (BackupFile file : files.files()) {
        copy(file, target, count);
      }
      force(target.resolve("contents"));
      force(target);
    }
    return id;
  }

  /**
   * Reads every octet of a backup.
   *
   * @return what is wrong, a line each; empty where it can be restored
   */
  public static List<String> verify(Path directory, long backup, BiConsumer<Long, Long> progress)
      throws IOException {
    List<String> problems = new ArrayList<>();
    try (DirectoryLock lock = DirectoryLock.ifWritable(directory)) {
      BackupFiles files = BackupFiles.of(directory, backup);
      Count count = new Count(files.octets(), progress);
      for (BackupFile file : files.files()) {
        String problem = problem(file, count);
        if (!problem.isEmpty()) {
          problems.add(problem);
        }
      }
    }
    return problems;
  }

  private static String problem(BackupFile file, Count count) {
    try {
      return BackupFiles.read(file, (octets, length) -> count.add(length));
    } catch (IOException unreadable) {
      return file.path() + " can't be read: " + unreadable.getMessage();
    }
  }

  private static void copy(BackupFile file, Path target, Count count) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            target.resolve(file.name()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      String problem =
          BackupFiles.read(
              file,
              (octets, length) -> {
                write(out, ByteBuffer.wrap(octets, 0, length));
                count.add(length);
              });
      if (!problem.isEmpty()) {
        throw new IOException(problem);
      }
      out.force(true);
    }
  }

  private static void write(FileChannel out, ByteBuffer octets) throws IOException {
    while (octets.hasRemaining()) {
      out.write(octets);
    }
  }

  /** The names of new files are in their directory. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Tells how far it is, each few megabytes and at the end. */
  private static final class Count {
    private static final long STEP = 4 << 20;

    private final long total;
    private final BiConsumer<Long, Long> progress;
    private long done;
    private long told;

    Count(long total, BiConsumer<Long, Long> progress) {
      this.total = total;
      this.progress = progress;
    }

    void add(long octets) {
      done += octets;
      if (done - told >= STEP || done == total) {
        told = done;
        progress.accept(done, total);
      }
    }
  }
}
