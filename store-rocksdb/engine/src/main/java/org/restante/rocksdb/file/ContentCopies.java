package org.restante.rocksdb.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.restante.rocksdb.salvage.Checksum;
import org.restante.rocksdb.salvage.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of contents in a directory of backups, in {@code contents} there: each once for all
 * backups that have it, and a list for each backup.
 *
 * <pre>
 * contents/NUMBER_LENGTH_END   a file; END: checksum of its last octets, in hexadecimal
 * contents/list-ID             the number of files, and a line for each: contents/NAME crc32 CHECKSUM
 * </pre>
 *
 * <p>The name tells a file from another one of the same number, which a store that was restored and
 * went on may have. A list is written when its files are on the disk. For one thread at a time.
 */
public final class ContentCopies {
  private static final Logger log = LoggerFactory.getLogger(ContentCopies.class);

  /** What RocksDB's list of a backup says where one of these belongs to it. */
  public static final String MARK = "contents";

  private static final String LIST = "list-";
  private static final String UNFINISHED = "unfinished";
  private static final int PIECE = 256 << 10;

  private final Path directory;

  /** One file of a number: draft files grow, and two stores may go on from one backup. */
  private record Version(long number, long length, int end) {

    static Version of(long number, Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        long length = channel.size();
        byte[] end = new byte[(int) Math.min(length, Trailer.LENGTH)];
        Octets.read(channel, length - end.length, end, end.length);
        return new Version(number, length, Checksum.of(end, 0, end.length));
      }
    }

    String name() {
      return "%d_%d_%08x".formatted(number, length, end);
    }
  }

  /** Those of a directory of backups, which is there. */
  public ContentCopies(Path backups) {
    this.directory = backups.resolve("contents");
  }

  /**
   * Copies all files that are not there yet, and lists them.
   *
   * @param pace is told of octets before they are read, and may wait
   */
  public void take(long id, ContentFiles files, IntConsumer pace) throws IOException {
    Files.createDirectories(directory);
    Map<String, String> known = known();
    List<String> lines = new ArrayList<>();
    for (long number : files.numbers()) {
      Path file = files.path(number);
      try {
        Version version = Version.of(number, file);
        String line = known.get(version.name());
        lines.add(line == null ? copied(version, file, pace) : line);
      } catch (NoSuchFileException | EOFException e) { // only drafts go, and grow shorter
        log.debug("Draft {} was dropped or taken back meanwhile", number, e);
      }
    }
    ContentFiles.force(directory);
    write(id, lines);
  }

  /** Removes all that these backups do not have. */
  public void keep(Set<Long> ids) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    Set<String> kept = new HashSet<>();
    for (long id : ids) {
      kept.add(LIST + id);
      lines(directory.resolve(LIST + id)).forEach(line -> kept.add(nameOf(line)));
    }
    for (Path file : entries()) {
      if (!kept.contains(file.getFileName().toString())) {
        Files.delete(file);
      }
    }
  }

  /** The lines of all lists, by the names of files that are there. */
  private Map<String, String> known() throws IOException {
    Map<String, String> known = new HashMap<>();
    for (Path file : entries()) {
      if (file.getFileName().toString().startsWith(LIST)) {
        lines(file).forEach(line -> known.put(nameOf(line), line));
      }
    }
    known.keySet().removeIf(name -> Files.notExists(directory.resolve(name)));
    return known;
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    }
  }

  private static List<String> lines(Path list) throws IOException {
    return Files.exists(list)
        ? Files.readAllLines(list, StandardCharsets.US_ASCII).stream()
            .filter(line -> line.startsWith("contents/"))
            .toList()
        : List.of();
  }

  private static String nameOf(String line) {
    int end = line.indexOf(' ');
    return line.substring("contents/".length(), end < 0 ? line.length() : end);
  }

  private String copied(Version version, Path from, IntConsumer pace) throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    Files.deleteIfExists(unfinished);
    CRC32C checksum = new CRC32C();
    byte[] piece = new byte[PIECE];
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < version.length; ) {
        int count = (int) Math.min(PIECE, version.length - at);
        pace.accept(count);
        Octets.read(in, at, piece, count);
        checksum.update(piece, 0, count);
        Octets.write(out, at, ByteBuffer.wrap(piece, 0, count));
        at += count;
      }
      out.force(false);
    }
    Files.move(unfinished, directory.resolve(version.name()), StandardCopyOption.ATOMIC_MOVE);
    return "contents/" + version.name() + " crc32 " + checksum.getValue();
  }

  private void write(long id, List<String> lines) throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    String text = lines.size() + "\n" + String.join("\n", lines) + "\n";
    Files.writeString(unfinished, text, StandardCharsets.US_ASCII);
    ContentFiles.force(unfinished);
    Files.move(unfinished, directory.resolve(LIST + id), StandardCopyOption.ATOMIC_MOVE);
    ContentFiles.force(directory);
  }
}
