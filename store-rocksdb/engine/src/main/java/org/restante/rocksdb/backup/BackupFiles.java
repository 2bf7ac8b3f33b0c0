package org.restante.rocksdb.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one backup, as RocksDB's backup engine lists them in {@code meta/ID}: the time, a
 * sequence number, perhaps a line of metadata, the number of files, and a line for each; and, where
 * there is metadata, the contents that are files of their own, as {@code contents/list-ID} lists
 * them: the number of files, and a line for each.
 *
 * @param id the backup's number
 * @param files what it consists of
 */
record BackupFiles(long id, List<BackupFile> files) {

  private static final String META = "meta";
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,9}");
  private static final Pattern LINE =
      Pattern.compile("((?:shared_checksum|shared|private/[0-9]+)/([^/ ]+)) crc32 ([0-9]+)");

  /** {@code 000010_CHECKSUM_SIZE.blob}, {@code 000012_sSESSION_SIZE.sst}. */
  private static final Pattern SHARED_NAME = Pattern.compile("([0-9]+)_.*(\\.[a-z]+)");

  private static final String METADATA = "metadata ";

  /** {@code contents/NUMBER_LENGTH_END}. */
  private static final Pattern CONTENT =
      Pattern.compile("(contents/([0-9]+)_[0-9]+_[0-9a-f]{8}) crc32 ([0-9]+)");

  /**
   * A file.
   *
   * @param path where it is
   * @param name what it is called in the database
   * @param checksum CRC-32C of its octets
   */
  record BackupFile(Path path, String name, long checksum) {}

  /** Sees each piece of a file that is read. */
  interface Piece {
    /** The octets from 0 to length. */
    void read(byte[] octets, int length) throws IOException;
  }

  /** Whether a directory is one of backups. */
  static boolean isBackups(Path directory) {
    return Files.isDirectory(directory.resolve(META));
  }

  /** The numbers of the backups that a directory lists, in order; without those not finished. */
  static List<Long> ids(Path directory) throws IOException {
    if (!isBackups(directory)) {
      return List.of();
    }
    List<Long> ids = new ArrayList<>();
    try (Stream<Path> lists = Files.list(directory.resolve(META))) {
      for (Path list : lists.toList()) {
        String name = list.getFileName().toString();
        if (ID.matcher(name).matches() && isFinished(directory, list)) {
          ids.add(Long.valueOf(name));
        }
      }
    }
    ids.sort(null);
    return ids;
  }

  private static boolean isFinished(Path directory, Path list) throws IOException {
    return Files.exists(contents(directory, list))
        || Files.readAllLines(list, StandardCharsets.UTF_8).stream()
            .noneMatch(line -> line.startsWith(METADATA));
  }

  private static Path contents(Path directory, Path list) {
    return directory.resolve("contents").resolve("list-" + list.getFileName());
  }

  /** Reads the list of a backup. */
  static BackupFiles of(Path directory, long id) throws IOException {
    Path list = directory.resolve(META).resolve(Long.toString(id));
    if (Files.notExists(list)) {
      throw new IOException("there is no backup " + id + " in " + directory);
    }
    if (!isFinished(directory, list)) {
      throw new IOException("backup " + id + " in " + directory + " was never finished");
    }
    List<BackupFile> files = new ArrayList<>(rows(directory, list));
    if (Files.exists(contents(directory, list))) {
      files.addAll(contentFiles(directory, contents(directory, list)));
    }
    return new BackupFiles(id, List.copyOf(files));
  }

  private static List<BackupFile> contentFiles(Path directory, Path list) throws IOException {
    List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
    List<BackupFile> files = new ArrayList<>();
    for (String line : lines) {
      Matcher entry = CONTENT.matcher(line);
      if (entry.matches()) {
        Path path = directory.resolve(entry.group(1));
        files.add(
            new BackupFile(path, "contents/" + entry.group(2), Long.parseLong(entry.group(3))));
      }
    }
    if (lines.isEmpty() || !lines.getFirst().equals(Integer.toString(files.size()))) {
      throw new IOException(list + " is damaged: it lists " + files.size() + " files");
    }
    return files;
  }

  private static List<BackupFile> rows(Path directory, Path list) throws IOException {
    List<BackupFile> files = new ArrayList<>();
    long announced = -1;
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      Matcher entry = LINE.matcher(line);
      if (entry.matches()) {
        files.add(file(directory, entry));
      } else if (!files.isEmpty()) {
        throw new IOException(list + " is damaged: " + line);
      } else if (line.matches("[0-9]{1,18}")) {
        announced = Long.parseLong(line);
      }
    }
    if (files.isEmpty() || announced != files.size()) {
      throw new IOException(list + " is damaged: it lists " + files.size() + " files");
    }
    return files;
  }

  private static BackupFile file(Path directory, Matcher entry) {
    String name = entry.group(2);
    Matcher shared = SHARED_NAME.matcher(name);
    boolean isShared = entry.group(1).startsWith("shared_checksum/") && shared.matches();
    return new BackupFile(
        directory.resolve(entry.group(1)),
        isShared ? shared.group(1) + shared.group(2) : name,
        Long.parseLong(entry.group(3)));
  }

  /** Octets of all files that are there. */
  long octets() throws IOException {
    long sum = 0;
    for (BackupFile file : files) {
      sum += Files.exists(file.path()) ? Files.size(file.path()) : 0;
    }
    return sum;
  }

  /** Reads a file to its end; what is wrong with it, empty where nothing is. */
  static String read(BackupFile file, Piece piece) throws IOException {
    java.util.zip.CRC32C checksum = new java.util.zip.CRC32C();
    if (Files.notExists(file.path())) {
      return file.path() + " is missing";
    }
    byte[] octets = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file.path())) {
      for (int count = in.read(octets); count > 0; count = in.read(octets)) {
        checksum.update(octets, 0, count);
        piece.read(octets, count);
      }
    }
    return checksum.getValue() == file.checksum()
        ? ""
        : file.path() + " is damaged: its checksum is another one";
  }
}
