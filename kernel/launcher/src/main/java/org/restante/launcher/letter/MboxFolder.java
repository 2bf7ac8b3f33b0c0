package org.restante.launcher.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of mbox files, {@code Lists/java.mbox} for the mailbox {@code Lists/java}. */
final class MboxFolder {

  private static final String SUFFIX = ".mbox";

  private MboxFolder() {}

  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  /** One file is open at a time. */
  static Stream<Letter> letters(Path folder, List<Path> files) {
    return files.stream().flatMap(file -> letters(file, mailbox(folder.relativize(file))));
  }

  private static Stream<Letter> letters(Path file, String mailbox) {
    try {
      return Mbox.letters(file, mailbox);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String mailbox(Path file) {
    String name = file.toString().replace(java.io.File.separatorChar, '/');
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
