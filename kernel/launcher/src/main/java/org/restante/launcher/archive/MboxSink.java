package org.restante.launcher.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;

/**
 * A folder of mbox files, one a mailbox, in the mboxrd form: every line that begins with {@code
 * From}, or with that behind some {@code >}, gets one {@code >} more. A file has {@code .part}
 * behind its name until it is whole; the next run makes it anew.
 */
public final class MboxSink implements LetterSink {

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

  private final Path root;
  private @Nullable Open open;

  /** In this directory. */
  public MboxSink(Path root) {
    this.root = root;
  }

  private record Open(long mailbox, Path file, OutputStream out) {}

  @Override
  public void mailbox(ArchivedMailbox mailbox) throws IOException {
    Files.createDirectories(file(mailbox).getParent());
    Files.deleteIfExists(file(mailbox));
    Files.createFile(file(mailbox));
  }

  @Override
  public void letter(ArchivedMailbox mailbox, ArchivedLetter about, InputStream content)
      throws IOException {
    OutputStream out = opened(mailbox).out();
    String date =
        ASCTIME.format(
            OffsetDateTime.parse(about.internalDate()).withOffsetSameInstant(ZoneOffset.UTC));
    out.write(("From MAILER-DAEMON " + date + "\n").getBytes(US_ASCII));
    Quoting quoting = new Quoting(out);
    LfStream lines = new LfStream(quoting);
    content.transferTo(lines);
    lines.end();
    quoting.end();
    out.write('\n');
  }

  /** Letters of a mailbox follow each other. */
  private Open opened(ArchivedMailbox mailbox) throws IOException {
    Open present = open;
    if (present != null && present.mailbox() == mailbox.id()) {
      return present;
    }
    close();
    Path file = file(mailbox);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Open next =
        new Open(
            mailbox.id(), file, new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
    open = next;
    return next;
  }

  @Override
  public void close() throws IOException {
    Open present = open;
    open = null;
    if (present != null) {
      present.out().close();
      Path part = present.file().resolveSibling(present.file().getFileName() + ".part");
      Files.move(part, present.file(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Below the root, whatever the mailbox is called. */
  private Path file(ArchivedMailbox mailbox) {
    Path path = root;
    String[] levels = mailbox.name().split("/");
    for (int i = 0; i < levels.length; i++) {
      String level = levels[i].startsWith(".") ? "_" + levels[i] : levels[i];
      path = path.resolve(i == levels.length - 1 ? level + ".mbox" : level);
    }
    return path;
  }
}
