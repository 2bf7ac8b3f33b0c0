package org.restante.launcher.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Letters found under a path: a Maildir, an mbox or a folder of them, or of {@code .eml} files. */
public final class Letters {

  private Letters() {}

  /** All letters, lazily; {@code inbox} is the mailbox of those in no folder. Close the stream. */
  public static Stream<Letter> in(Path path, String inbox) throws IOException {
    if (Maildir.is(path)) {
      return Maildir.letters(path, inbox);
    }
    if (Files.isDirectory(path)) {
      List<Path> mboxes = MboxFolder.in(path);
      return mboxes.isEmpty() ? files(path, inbox) : MboxFolder.letters(path, mboxes);
    }
    return Mbox.letters(path, inbox);
  }

  private static Stream<Letter> files(Path directory, String inbox) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> letters =
          entries.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
      if (letters.isEmpty()) {
        throw new IOException(
            directory + " is no Maildir (no cur/) and has no .mbox or .eml files");
      }
      return letters.stream().map(file -> file(file, inbox));
    }
  }

  /** One file that holds one letter. */
  public static Letter file(Path file, String mailbox) {
    return new Letter(
        file.toString(),
        mailbox,
        List.of(),
        Instant.now(),
        () -> new CrlfStream(Files.newInputStream(file)));
  }
}
