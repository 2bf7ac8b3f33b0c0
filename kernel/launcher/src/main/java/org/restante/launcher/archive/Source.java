package org.restante.launcher.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;
import org.restante.launcher.letter.Letter;
import org.restante.launcher.letter.Letters;

/** Letters in files, on their way to a server. */
public final class Source {

  private static final int PIECE = 64 * 1024;

  private final Upload upload;
  private final Tally tally;
  private final Map<String, ArchivedMailbox> mailboxes = new HashMap<>();
  private long number;

  /** Sends there; counts what it can't read. */
  public Source(Upload upload, Tally tally) {
    this.upload = upload;
    this.tally = tally;
  }

  /** Whether a file is an archive of an account. */
  public static boolean isArchive(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    byte[] name = "restante-archive.json".getBytes(US_ASCII);
    try (InputStream in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(name.length), name);
    }
  }

  /**
   * Sends an archive.
   *
   * @param append its letters get new UIDs
   */
  public void archive(Path file, boolean append) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ArchiveUpload target = new ArchiveUpload(upload, append, file.getFileName() + ": ");
      new Download(tally).read(in, target);
      target.finish();
    } catch (EOFException cutOff) {
      upload.flush();
      throw cutOff;
    }
  }

  /**
   * Sends a Maildir, mbox files or single letters.
   *
   * @param skip so many are there already
   */
  public void letters(Path path, String inbox, long skip) throws IOException {
    try (Stream<Letter> letters = Letters.in(path, inbox)) {
      for (Iterator<Letter> all = letters.iterator(); all.hasNext(); ) {
        Letter letter = all.next();
        if (++number > skip) {
          letter(letter);
        }
      }
    } catch (java.io.UncheckedIOException unreadable) {
      upload.flush();
      throw unreadable.getCause();
    }
    upload.flush();
  }

  private void letter(Letter letter) throws IOException {
    ArchivedMailbox mailbox =
        mailboxes.computeIfAbsent(
            letter.mailbox(),
            name ->
                new ArchivedMailbox(mailboxes.size() + 1L, name, Optional.empty(), false, 0, 0));
    long size;
    try {
      size = size(letter);
    } catch (IOException unreadable) {
      tally.failed(letter.source() + ": " + unreadable.getMessage());
      return;
    }
    ArchivedLetter about =
        new ArchivedLetter(
            mailbox.id(),
            number,
            List.copyOf(letter.flags()),
            letter.received().atOffset(ZoneOffset.UTC).toString(),
            Optional.empty(),
            size,
            Optional.empty());
    try (InputStream content = letter.content().open()) {
      upload.add(mailbox, about, content, letter.source());
    }
  }

  /** Octets once its line ends are CRLF. */
  private static long size(Letter letter) throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    try (InputStream content = letter.content().open()) {
      for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
        size += count;
      }
    }
    return size;
  }
}
