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
 * sequence number, perhaps a line of metadata, the number of files, and a line for each.
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

  /** The numbers of the backups that a directory lists, in order. */
  static List<Long> ids(Path directory) throws IOException {
    if (!isBackups(directory)) {
      return List.of();
    }
    try (Stream<Path> lists = Files.list(directory.resolve(META))) {
      return lists
          .map(list -> list.getFileName().toString())
          .filter(name -> ID.matcher(name).matches())
          .map(Long::valueOf)
          .sorted()
          .toList();
    }
  }

  /** Reads the list of a backup. */
  static BackupFiles of(Path directory, long id) throws IOException {
    Path list = directory.resolve(META).resolve(Long.toString(id));
    if (Files.notExists(list)) {
      throw new IOException("there is no backup " + id + " in " + directory);
    }
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
    return new BackupFiles(id, List.copyOf(files));
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
