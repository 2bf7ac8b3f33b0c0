package org.restante.bench.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Takes from a directory what a power loss takes: octets that were not synced, and entries of the
 * directory that were not. A shim under the process writes down what was synced; its journal has a
 * line an event, the words parted by tabs:
 *
 * <pre>
 * sync     path octets         the file is on the disk up to this length
 * create   path                a new entry
 * rename   from to saved       {@code saved}: another name of what {@code to} was; - for nothing
 * reuse    from to saved       a log is written over from its beginning; {@code saved}: what it was
 * unlink   path saved          {@code saved}: another name of what went
 * entries  path                the entries of the directory are on the disk
 * </pre>
 */
final class PowerLoss {
  private static final int PAGE = 4096;

  private final Path directory;
  private final Path shim;
  private final Path journal;
  private final Path saved;
  private final Map<Path, Long> durable = new HashMap<>();
  private final Map<Path, Path> before = new HashMap<>(); // of files that are written over
  private long octetsLost;
  private long entriesLost;

  private record Event(String kind, Path path, String second, String third) {

    /** Whether it changed an entry of the directory. */
    boolean isIn(Path entries) {
      boolean renames = kind.equals("rename") || kind.equals("reuse");
      Path entry = renames ? Path.of(second) : path;
      return entries.equals(entry.getParent());
    }
  }

  PowerLoss(Path directory, Path shim, Path scratch) throws IOException {
    this.directory = directory;
    this.shim = shim;
    this.journal = scratch.resolve("journal");
    this.saved = Files.createDirectories(scratch.resolve("saved"));
  }

  /** From now on everything that is there is on the disk; the environment of the next process. */
  Map<String, String> begin() throws IOException {
    Files.write(journal, new byte[0]);
    durable.clear();
    before.clear();
    for (Path file : files(directory)) {
      durable.put(file, Files.size(file));
    }
    for (Path file : files(saved)) {
      Files.delete(file);
    }
    return Map.of(
        "LD_PRELOAD", shim.toString(),
        "POWERLOSS_DIRECTORY", directory.toString(),
        "POWERLOSS_JOURNAL", journal.toString(),
        "POWERLOSS_SAVED", saved.toString());
  }

  long octetsLost() {
    return octetsLost;
  }

  long entriesLost() {
    return entriesLost;
  }

  /** The power goes. */
  void strike(Random random) throws IOException {
    List<Event> pending = new ArrayList<>();
    for (String line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
      String[] words = line.split("\t", -1);
      if (words.length == 4) { // the last line may be cut off
        read(new Event(words[0], Path.of(words[1]), words[2], words[3]), pending);
      }
    }
    int kept = pending.isEmpty() ? 0 : random.nextInt(pending.size() + 1);
    for (Event event : pending.subList(kept, pending.size()).reversed()) {
      undo(event);
      entriesLost++;
    }
    for (Path file : files(directory)) {
      Path was = before.get(file);
      if (was != null && random.nextBoolean()) {
        leaveOut(file, Files.readAllBytes(was), random);
      } else {
        cut(file, random);
      }
      if (file.endsWith("copies/machine")) { // who starts next finds a machine that was started
        Files.writeString(file, "another");
      }
    }
  }

  private void read(Event event, List<Event> pending) {
    switch (event.kind) {
      case "sync" -> durable.merge(event.path, Long.parseLong(event.second), Math::max);
      case "entries" -> pending.removeIf(change -> change.isIn(event.path));
      case "create" -> {
        durable.put(event.path, 0L);
        pending.add(event);
      }
      case "rename" -> {
        Long length = durable.remove(event.path);
        durable.put(Path.of(event.second), length == null ? 0 : length);
        pending.add(event);
      }
      case "reuse" -> {
        durable.remove(event.path);
        durable.put(Path.of(event.second), 0L);
        before.put(Path.of(event.second), Path.of(event.third));
        pending.add(event);
      }
      case "unlink" -> pending.add(event);
      default -> throw new IllegalStateException("the journal says " + event);
    }
  }

  private void undo(Event event) throws IOException {
    switch (event.kind) {
      case "create" -> Files.deleteIfExists(event.path);
      case "rename" -> {
        Path to = Path.of(event.second);
        if (Files.exists(to)) {
          Files.move(to, event.path, StandardCopyOption.REPLACE_EXISTING);
          durable.put(event.path, durable.getOrDefault(to, 0L));
        }
        back(event.third, to);
      }
      case "reuse" -> undoReuse(event.path, Path.of(event.second));
      default -> back(event.second, event.path);
    }
  }

  private void back(String name, Path to) throws IOException {
    Path old = Path.of(name);
    if (!name.equals("-") && Files.exists(old)) {
      Files.move(old, to, StandardCopyOption.REPLACE_EXISTING);
      durable.put(to, Files.size(to));
    }
  }

  private void undoReuse(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      Files.move(to, from);
      durable.put(from, durable.getOrDefault(to, 0L));
      Path was = before.remove(to);
      if (was != null) {
        before.put(from, was);
      }
    }
  }

  /** Of what was written over and not synced, some pages are there, in any order. */
  private void leaveOut(Path file, byte[] was, Random random) throws IOException {
    long synced = durable.getOrDefault(file, 0L);
    long written = written(file, was);
    try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = synced / PAGE * PAGE; page < written; page += PAGE) {
        int from = (int) Math.max(page, synced);
        int to = (int) Math.min(page + PAGE, Math.min(written, was.length));
        if (from < to && random.nextBoolean()) {
          octets.seek(from);
          octets.write(was, from, to - from);
          octetsLost += to - from;
        }
      }
      if (written > was.length) {
        octets.setLength(Math.max(synced, was.length)); // the length was not on the disk
        octetsLost += written - Math.max(synced, was.length);
      }
    }
  }

  /** Of what was not synced, nothing, a part, or a part and rubbish is there. */
  private void cut(Path file, Random random) throws IOException {
    byte[] was = before.containsKey(file) ? Files.readAllBytes(before.get(file)) : new byte[0];
    long synced = durable.getOrDefault(file, 0L);
    long written = written(file, was);
    if (synced >= written) {
      return;
    }
    int unsynced = (int) Math.min(Integer.MAX_VALUE, written - synced);
    long end = random.nextBoolean() ? synced : synced + random.nextInt(unsynced);
    try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
      octets.setLength(end);
      if (end > synced && random.nextBoolean()) {
        byte[] rubbish = new byte[(int) Math.min(512, end - synced)];
        octets.seek(end - rubbish.length);
        octets.write(rubbish); // a block that was allocated and never written
      }
      if (end < was.length) {
        octets.seek(end);
        octets.write(was, (int) end, was.length - (int) end);
      }
    }
    octetsLost += written - end;
  }

  /** Up to where a file was written since it was made, or written over. */
  private static long written(Path file, byte[] was) throws IOException {
    long length = Files.size(file);
    if (length > was.length || was.length == 0) {
      return length;
    }
    byte[] is = Files.readAllBytes(file);
    int end = is.length;
    while (end > 0 && is[end - 1] == was[end - 1]) {
      end--;
    }
    return end;
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
