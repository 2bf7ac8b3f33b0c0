package org.restante.rocksdb.salvage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a database's files with what is kept of them, and puts right what differs. */
final class Mending {
  private static final Logger log = LoggerFactory.getLogger(Mending.class);

  /** Sorted files up to this sum are read before the database opens; more of them behind it. */
  private static final long PROVED_AT_ONCE = 256 << 20;

  private static final long PROVED_A_ROUND = 16 << 20;

  private static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final Path directory;
  private final Copies copies;
  private final Notes notes;
  private final List<String> restored = new ArrayList<>();
  private final Deque<String> unread = new ArrayDeque<>();
  private final List<Path> unproved = new ArrayList<>();
  private final MachineStart machine;
  private boolean logHasHoles;

  Mending(Path directory, Copies copies, Notes notes) {
    this.directory = directory;
    this.copies = copies;
    this.notes = notes;
    this.machine = new MachineStart(copies.kept().resolve("machine"));
  }

  boolean logHasHoles() {
    return logHasHoles;
  }

  List<Path> unproved() {
    return List.copyOf(unproved);
  }

  /** Nothing has the files open. */
  void beforeOpening() throws IOException {
    Set<String> files = Copies.files(directory);
    boolean manifest = Files.exists(directory.resolve("CURRENT")) || manifest(files).isPresent();
    if (manifest || !copies.all().isEmpty()) { // else a new one
      mend();
    }
    machine.note();
  }

  private void mend() throws IOException {
    manifest();
    sortedFiles();
    for (Copy copy : copies.all().values()) {
      if (copy.kind() == Copy.Kind.BLOB) {
        frame(copy);
      }
    }
    logs();
  }

  /**
   * A crash may come between the removal of a file and that of its copy. RocksDB removes again what
   * is of no use; what it leaves was missing.
   */
  void opened() {
    for (String file : restored) {
      if (Files.exists(directory.resolve(file))) {
        told(file, "what is kept of it");
        if (Copy.Kind.of(file) == Copy.Kind.BLOB) {
          notes.contentsLost(file + " was missing: letters lack octets");
        }
      }
    }
    restored.clear();
  }

  // ---- the manifest

  private void manifest() throws IOException {
    String name = current().orElse("");
    if (name.isEmpty()) {
      return; // RocksDB says what it lacks
    }
    Path file = directory.resolve(name);
    Copy copy = copies.all().get(name);
    long sound = 0;
    if (copy != null && differs(file, copy) && copies.isSound(copy)) {
      Octets.copy(copies.path(copy), file, copy.size());
      told(name, "its copy");
    }
    if (copy != null) {
      sound = copy.size();
    }
    LogFile.Verdict rest = LogFile.check(file, sound);
    if (rest.mended() > 0) {
      told(name, "its checksums");
    }
    boolean byCrash = rest.endsTorn() && rest.cutOff(); // RocksDB takes that for the end
    if (!rest.isWhole() && !byCrash) {
      LogFile.cut(file, rest.firstDamage());
      notes.rowsLost(name + " can't be read from " + rest.firstDamage() + " on");
    }
  }

  /** The manifest that CURRENT names; where it names none, the latest. */
  private Optional<String> current() throws IOException {
    Path current = directory.resolve("CURRENT");
    Set<String> known = new TreeSet<>(Copies.files(directory));
    known.addAll(copies.all().keySet());
    if (Files.exists(current)) {
      String text = new String(Files.readAllBytes(current), US_ASCII);
      String name = text.endsWith("\n") ? text.substring(0, text.length() - 1) : "";
      if (name.startsWith("MANIFEST-") && known.contains(name)) {
        return Optional.of(name);
      }
    }
    Optional<String> latest = manifest(known);
    if (latest.isPresent()) {
      Files.writeString(current, latest.get() + "\n");
      told("CURRENT", "the manifest that is there");
    }
    return latest;
  }

  private static Optional<String> manifest(Set<String> files) {
    return files.stream().filter(file -> file.matches("MANIFEST-\\d+")).max(BY_NUMBER);
  }

  private static boolean differs(Path file, Copy copy) throws IOException {
    return !Files.exists(file)
        || Files.size(file) < copy.size()
        || Octets.checksum(file, copy.size()) != copy.checksum();
  }

  // ---- sorted files

  private void sortedFiles() throws IOException {
    List<Copy> kept =
        copies.all().values().stream().filter(copy -> copy.kind() == Copy.Kind.SORTED).toList();
    long sum = kept.stream().mapToLong(Copy::size).sum();
    for (Copy copy : kept) {
      Path file = directory.resolve(copy.file());
      boolean sized = Files.exists(file) && Files.size(file) == copy.size();
      if (sized && sum > PROVED_AT_ONCE) {
        unread.add(copy.file());
      } else {
        sorted(copy);
      }
    }
    for (String file : Copies.files(directory)) {
      if (Copy.Kind.of(file) == Copy.Kind.SORTED && !copies.all().containsKey(file)) {
        unproved.add(directory.resolve(file));
      }
    }
  }

  /** Whether the file was not as its copy says, and is now. */
  private boolean sorted(Copy copy) throws IOException {
    Path file = directory.resolve(copy.file());
    boolean sized = Files.exists(file) && Files.size(file) == copy.size();
    if (sized && Octets.checksum(file, copy.size()) == copy.checksum()) {
      return false;
    }
    if (!copies.isSound(copy)) {
      copies.forget(copy);
      unproved.add(file);
      return false;
    }
    boolean missing = !Files.exists(file);
    Octets.copy(copies.path(copy), file, copy.size());
    LogFile.cut(file, copy.size());
    if (missing) {
      restored.add(copy.file());
    } else {
      told(copy.file(), "its copy");
    }
    return true;
  }

  /** Reads a few of those files, and their copies, that nobody has read since the start. */
  void proveMore() throws IOException {
    long read = 0;
    while (!unread.isEmpty() && read < PROVED_A_ROUND) {
      Copy copy = copies.all().get(unread.remove());
      if (copy != null && Files.exists(directory.resolve(copy.file()))) {
        sorted(copy);
        read += copy.size();
        if (!copies.isSound(copy)) {
          copies.forget(copy); // it will be kept anew
        }
      }
    }
  }

  // ---- contents

  private boolean frame(Copy copy) throws IOException {
    if (!copies.isSound(copy)) {
      copies.forget(copy);
      return false;
    }
    Path file = directory.resolve(copy.file());
    boolean missing = !Files.exists(file);
    boolean shorter = missing || Files.size(file) < copy.size();
    if (!BlobFile.putFrame(file, copy.size(), Files.readAllBytes(copies.path(copy)))) {
      return false;
    }
    if (missing) {
      restored.add(copy.file());
      return true;
    }
    told(copy.file(), "its frame");
    if (shorter) {
      notes.contentsLost(copy.file() + " was cut off or missing: letters lack octets");
    }
    return true;
  }

  // ---- the log

  /**
   * Damage with sound records behind it is a hole; without, it is how a crash leaves a log. Where
   * the power may have gone the last log ends at a hole: what lies behind was not synced either,
   * and may need what is missing.
   */
  private void logs() throws IOException {
    lastLog();
    boolean behind = false; // whether a later log has sound records
    for (String name : logFiles().reversed()) {
      Path file = directory.resolve(name);
      LogFile.Verdict verdict = LogFile.check(file, 0);
      if (verdict.mended() > 0) {
        told(name, "its checksums");
      }
      if (verdict.end() >= 0) {
        LogFile.cut(file, verdict.end());
      }
      boolean hole = !verdict.isWhole() && (behind || !verdict.endsTorn());
      if (hole && !behind && machine.isAnother()) {
        log.warn("{} ends at {}, where the power has gone", name, verdict.firstDamage());
        LogFile.cut(file, verdict.firstDamage());
      } else if (hole) {
        logHasHoles = true;
        notes.rowsLost(name + " can't be read at " + verdict.firstDamage());
      }
      behind |= verdict.lastSound() > 0;
    }
  }

  private List<String> logFiles() throws IOException {
    return Copies.files(directory).stream()
        .filter(file -> Copy.Kind.of(file) == Copy.Kind.LOG)
        .sorted(BY_NUMBER)
        .toList();
  }

  /**
   * While the database is open, for logs that are not written to any more after a write has failed:
   * behind what is torn there is nothing but what began the next log.
   */
  boolean cutTornLogs() throws IOException {
    List<String> logs = logFiles();
    for (String name : logs.subList(0, Math.max(0, logs.size() - 1))) {
      Path file = directory.resolve(name);
      LogFile.Verdict verdict = LogFile.check(file, 0);
      if (!verdict.isWhole()) {
        LogFile.cut(file, verdict.firstDamage());
      }
    }
    return true;
  }

  /** A log goes only when a newer one is there. */
  private void lastLog() throws IOException {
    Optional<String> known =
        copies.all().keySet().stream()
            .filter(file -> Copy.Kind.of(file) == Copy.Kind.LOG)
            .max(BY_NUMBER);
    Optional<String> present =
        Copies.files(directory).stream()
            .filter(file -> Copy.Kind.of(file) == Copy.Kind.LOG)
            .max(BY_NUMBER);
    if (known.isPresent()
        && (present.isEmpty() || BY_NUMBER.compare(present.get(), known.get()) < 0)) {
      notes.rowsLost(known.get() + " is missing: the latest changes are lost");
    }
  }

  // ---- while the database is open

  /** Mends a sorted file; without a name all of them. Whether one was mended. */
  boolean rows(String file) throws IOException {
    Copy named = copies.all().get(file);
    if (named != null) {
      return present(named) && sorted(named);
    }
    boolean mended = false;
    for (Copy copy : copies.all().values()) {
      mended |= copy.kind() == Copy.Kind.SORTED && present(copy) && sorted(copy);
    }
    return mended;
  }

  /** Whether the file is still there: compaction removes those that are of no use any more. */
  private boolean present(Copy copy) {
    return Files.exists(directory.resolve(copy.file()));
  }

  /** Mends the record of a key, in whatever file it lies. */
  boolean contents(byte[] key, BooleanSupplier proof) throws IOException {
    for (Path file : BlobFile.mayHold(key, directory)) {
      if (BlobFile.mend(file, key, proof)) {
        told(file.getFileName().toString(), "its checksums");
        if (proof.getAsBoolean()) {
          return true;
        }
      }
    }
    return false;
  }

  private static void told(String file, String by) {
    log.warn("{} was damaged, and is put right by {}", file, by);
  }
}
