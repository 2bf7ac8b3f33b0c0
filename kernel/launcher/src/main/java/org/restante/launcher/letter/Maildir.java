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
 * A Maildir, with the folders below it in the Maildir++ layout ({@code .Sent}, {@code .Lists.java})
 * and the keyword files of Dovecot.
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
            .flatMap(
                folder -> inFolder(folder, FolderName.mailbox(folder.getFileName().toString())));
    return Stream.concat(inFolder(directory, inbox), below);
  }

  private static Stream<Letter> inFolder(Path folder, String mailbox) {
    List<String> keywords = keywords(folder.resolve(FolderName.KEYWORDS));
    return Stream.of("cur", "new")
        .map(folder::resolve)
        .filter(Files::isDirectory)
        .flatMap(Maildir::files)
        .map(file -> letter(file, mailbox, keywords));
  }

  private static List<String> keywords(Path file) {
    try {
      return Files.exists(file) ? FolderName.keywords(file) : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** In the order of arrival: a Maildir file's name begins with the time. */
  private static Stream<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Letter letter(Path file, String mailbox, List<String> keywords) {
    return new Letter(
        file.toString(),
        mailbox,
        MaildirFlags.of(file.getFileName().toString(), keywords),
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
}
