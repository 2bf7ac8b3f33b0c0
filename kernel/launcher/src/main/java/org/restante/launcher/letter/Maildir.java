package org.restante.launcher.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maildir, with the folders below it in the Maildir++ layout ({@code .Sent}, {@code
 * .Lists.java}).
 */
final class Maildir {

  private Maildir() {}

  static boolean is(Path directory) {
    return Files.isDirectory(directory.resolve("cur"));
  }

  static Stream<Letter> letters(Path directory, String inbox) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> entries = Files.list(directory)) {
      entries.filter(Maildir::is).sorted().forEach(folders::add);
    }
    Stream<Letter> below =
        folders.stream()
            .flatMap(folder -> inFolder(folder, mailboxName(folder.getFileName().toString())));
    return Stream.concat(inFolder(directory, inbox), below);
  }

  private static String mailboxName(String folder) {
    String name = folder.startsWith(".") ? folder.substring(1) : folder;
    return name.replace('.', '/');
  }

  private static Stream<Letter> inFolder(Path folder, String mailbox) {
    return Stream.of("cur", "new")
        .map(folder::resolve)
        .filter(Files::isDirectory)
        .flatMap(Maildir::files)
        .map(file -> letter(file, mailbox));
  }

  /** In the order of arrival: a Maildir file's name begins with the time. */
  private static Stream<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Letter letter(Path file, String mailbox) {
    return new Letter(
        file.toString(),
        mailbox,
        flags(file.getFileName().toString()),
        modified(file),
        () -> new CrlfStream(Files.newInputStream(file)));
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> flags(String name) {
    int info = name.lastIndexOf(":2,");
    List<String> flags = new ArrayList<>();
    if (info >= 0) {
      name.substring(info + 3).chars().forEach(letter -> addFlag(flags, (char) letter));
    }
    return flags;
  }

  private static void addFlag(List<String> flags, char letter) {
    switch (letter) {
      case 'S' -> flags.add("\\Seen");
      case 'R' -> flags.add("\\Answered");
      case 'F' -> flags.add("\\Flagged");
      case 'D' -> flags.add("\\Draft");
      case 'T' -> flags.add("\\Deleted");
      case 'P' -> flags.add("$Forwarded");
      default -> {
        // other letters are private to the program that wrote them
      }
    }
  }
}
