package org.restante.rocksdb.salvage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.restante.keyvalue.Damage;

/**
 * What is damaged and not settled, kept in a file: a line a cause. One that begins with {@code
 * rows} may have taken rows of any account, one with {@code contents} octets of letters only.
 */
final class Notes {
  private static final String ROWS = "rows ";
  private static final String CONTENTS = "contents ";

  private final Path file;
  private final Set<String> lines;
  private Set<String> written;

  private Notes(Path file, Set<String> lines) {
    this.file = file;
    this.lines = lines;
    this.written = Set.copyOf(lines);
  }

  /** Reads the file; what is no line of ours was damaged itself, and is taken for the worst. */
  static Notes read(Path file) throws IOException {
    Set<String> lines = new LinkedHashSet<>();
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
      text.lines()
          .map(line -> line.startsWith(ROWS) || line.startsWith(CONTENTS) ? line : ROWS + line)
          .forEach(lines::add);
    }
    return new Notes(file, lines);
  }

  void rowsLost(String cause) {
    lines.add(ROWS + cause);
  }

  void contentsLost(String cause) {
    lines.add(CONTENTS + cause);
  }

  Damage damage() {
    if (lines.isEmpty()) {
      return Damage.NONE;
    }
    boolean rows = lines.stream().anyMatch(line -> line.startsWith(ROWS));
    return new Damage(rows, Set.of(), rows, lines.stream().map(Notes::cause).toList());
  }

  void settled(Damage damage) {
    List<String> causes = damage.causes();
    lines.removeIf(line -> causes.contains(cause(line)));
  }

  /** Writes what has changed; no file: nothing is damaged. */
  void write() throws IOException {
    if (written.equals(lines)) {
      return;
    }
    if (lines.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Path unfinished = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(unfinished, String.join("\n", lines) + "\n");
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    written = Set.copyOf(lines);
  }

  private static String cause(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
