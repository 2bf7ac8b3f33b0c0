package org.restante.rocksdb.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.restante.rocksdb.salvage.Octets;

/** The files of contents, in one directory. Thread-safe; blocks for the disk. */
public final class ContentFiles {
  private static final long LEAST = 1 << 20;

  private final Path directory;
  private final AtomicLong made = new AtomicLong();
  private final ReentrantLock forcing = new ReentrantLock();
  private long forced;
  private final Keeping keeping = new Keeping();

  private ContentFiles(Path directory) {
    this.directory = directory;
  }

  /** Those beside the files of a database, whose directory is there. */
  public static ContentFiles of(Path database) throws IOException {
    Path directory = database.resolve("contents");
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      force(database);
    }
    return new ContentFiles(directory);
  }

  /**
   * Begins a file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if a file has this number
   */
  public GrowingFile create(long number, int chunk) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path(number),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    made.incrementAndGet();
    return new GrowingFile(this, number, chunk, channel);
  }

  /** Opens a finished file, of which a row tells the length of the content and of its chunks. */
  public ContentFile open(long number, long octets, int chunk) throws IOException {
    return ContentFile.open(path(number), new Layout(octets, chunk));
  }

  /** Removes a file, if it is there. */
  public void delete(long number) throws IOException {
    Files.deleteIfExists(path(number));
  }

  /** Returns when what was removed before stays removed. */
  public void forceRemovals() throws IOException {
    force(directory);
  }

  /** Whether there is so little room that nothing can be written. */
  public boolean isFull() {
    return directory.toFile().getUsableSpace() < LEAST;
  }

  /** The numbers of all files, in no order. */
  public List<Long> numbers() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[1-9][0-9]{0,17}"))
          .map(Long::valueOf)
          .toList();
    }
  }

  /** What a file says of itself; empty where it is not finished, or is not there. */
  public Optional<Trailer> trailer(long number) throws IOException {
    try (FileChannel channel = FileChannel.open(path(number), StandardOpenOption.READ)) {
      long length = channel.size();
      if (length < Trailer.LENGTH) {
        return Optional.empty();
      }
      byte[] encoded = new byte[Trailer.LENGTH];
      Octets.read(channel, length - Trailer.LENGTH, encoded, Trailer.LENGTH);
      return Trailer.decode(encoded, length);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Where a file is. */
  public Path path(long number) {
    return directory.resolve(Long.toString(number));
  }

  /** Who may remove files, and who keeps them. */
  public Keeping keeping() {
    return keeping;
  }

  /**
   * Returns when the names of all files that were made before are on the disk; one fsync serves
   * those who wait together.
   */
  void forceNames() throws IOException {
    long wanted = made.get();
    forcing.lock();
    try {
      if (forced < wanted) {
        long now = made.get();
        force(directory);
        forced = now;
      }
    } finally {
      forcing.unlock();
    }
  }

  /** Returns when what is in a file, or the names in a directory, is on the disk. */
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
