package org.restante.rocksdb.salvage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept twice, in the directory {@code copies} below the database's. For one thread at a
 * time.
 */
final class Copies {
  private static final long TABLE_MAGIC = 0x88e241b785f4cff7L;
  private static final int TABLE_FOOTER = 53;
  private static final String UNFINISHED = "unfinished";

  private final Path directory;
  private final Path kept;
  private final Map<String, Copy> copies = new HashMap<>();
  private final Set<String> filledLogs = new HashSet<>();

  /** The copies of a database's directory, which is there. */
  Copies(Path directory) throws IOException {
    this.directory = directory;
    this.kept = Files.createDirectories(directory.resolve("copies"));
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.toList()) {
        Copy.of(file).ifPresent(copy -> copies.put(copy.file(), copy));
      }
    }
  }

  Path kept() {
    return kept;
  }

  /** All copies by the names of their files. */
  Map<String, Copy> all() {
    return Map.copyOf(copies);
  }

  Path path(Copy copy) {
    return kept.resolve(copy.name());
  }

  /** Whether the copy itself is whole. */
  boolean isSound(Copy copy) throws IOException {
    Path path = path(copy);
    long length = length(copy);
    return Files.exists(path)
        && Files.size(path) == length
        && Octets.checksum(path, length) == copy.checksum();
  }

  private static long length(Copy copy) {
    return switch (copy.kind()) {
      case BLOB -> BlobFile.HEADER + BlobFile.FOOTER;
      case LOG -> 0;
      case SORTED, MANIFEST, OTHER -> copy.size();
    };
  }

  /**
   * Keeps what has come, forgets what has gone; whether anything was to be done. The manifest comes
   * first: at no time may its copy name a file of which the file and its copy are gone. What has
   * gone is forgotten next, so that there is room for what has come.
   */
  boolean refresh() throws IOException {
    Set<String> present = files(directory);
    Set<String> before = new HashSet<>(copies.keySet());
    keepAll(present, true);
    for (Copy copy : all().values()) {
      if (!present.contains(copy.file())) {
        forget(copy);
      }
    }
    keepAll(present, false);
    filledLogs.retainAll(present);
    return !before.equals(copies.keySet());
  }

  private void keepAll(Set<String> files, boolean manifests) throws IOException {
    for (String file : files) {
      try {
        if (manifests == (Copy.Kind.of(file) == Copy.Kind.MANIFEST)) {
          keep(file);
        }
      } catch (NoSuchFileException e) {
        continue; // gone meanwhile
      }
    }
  }

  void forget(Copy copy) throws IOException {
    Files.deleteIfExists(path(copy));
    copies.remove(copy.file(), copy);
  }

  private void keep(String file) throws IOException {
    Copy known = copies.get(file);
    Path from = directory.resolve(file);
    switch (Copy.Kind.of(file)) {
      case SORTED -> {
        if (known == null && isComplete(from)) {
          keep(file, from, Files.size(from));
        }
      }
      case MANIFEST -> {
        if (known == null || known.size() < Files.size(from)) {
          keep(file, from, Files.size(from));
        }
      }
      case BLOB -> {
        byte[] frame = known == null ? BlobFile.frame(from) : new byte[0];
        if (frame.length > 0) {
          Path octets = Files.write(kept.resolve("frame"), frame);
          keep(file, octets, frame.length, Files.size(from));
        }
      }
      case LOG -> {
        boolean filled = Files.size(from) > 0;
        if (filled != (known != null)) {
          mark(file, filled, known);
        }
      }
      case OTHER -> {}
    }
  }

  /** Remembers that there is a log with something in it. */
  private void mark(String file, boolean filled, @Nullable Copy known) throws IOException {
    if (known != null && !filled) {
      forget(known);
    } else {
      // a second after it was filled: before that its name may not be on the disk itself
      if (!filledLogs.add(file)) {
        keep(file, Files.write(kept.resolve("log"), new byte[0]), 0, 1);
      }
    }
  }

  private void keep(String file, Path from, long length) throws IOException {
    keep(file, from, length, length);
  }

  /** The new copy is there before the old one goes. */
  private void keep(String file, Path from, long length, long size) throws IOException {
    Path unfinished = kept.resolve(UNFINISHED);
    Files.deleteIfExists(unfinished);
    Copy copy;
    try {
      copy = new Copy(file, size, Octets.copy(from, unfinished, length));
      Files.move(unfinished, path(copy), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished); // on a full disk its room is wanted
      throw e;
    }
    Copy before = copies.put(file, copy);
    if (before != null && !before.equals(copy)) {
      Files.deleteIfExists(path(before));
    }
  }

  /** The names of the files in a directory. */
  static Set<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A sorted file ends with a magic number, written last. */
  private static boolean isComplete(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < TABLE_FOOTER) {
        return false;
      }
      byte[] magic = new byte[Long.BYTES];
      Octets.read(channel, size - Long.BYTES, magic, Long.BYTES);
      return ByteBuffer.wrap(magic).order(ByteOrder.LITTLE_ENDIAN).getLong() == TABLE_MAGIC;
    }
  }
}
