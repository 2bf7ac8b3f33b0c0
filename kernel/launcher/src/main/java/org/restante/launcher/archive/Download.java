package org.restante.launcher.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.restante.archive.ArchivePart;
import org.restante.archive.ArchivePart.Damaged;
import org.restante.archive.ArchivePart.End;
import org.restante.archive.ArchivePart.Header;
import org.restante.archive.ArchivePart.Letter;
import org.restante.archive.ArchivePart.Mailboxes;
import org.restante.archive.ArchiveReader;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;

/** Reads an archive as it comes and gives its letters to a sink. */
public final class Download {

  private final Tally tally;
  private final Map<Long, ArchivedMailbox> mailboxes = new HashMap<>();

  /** Counts there. */
  public Download(Tally tally) {
    this.tally = tally;
  }

  /** Reads it to its end. */
  public void read(InputStream archive, LetterSink sink) throws IOException {
    ArchiveReader reader = new ArchiveReader(archive);
    boolean whole = false;
    for (ArchivePart part = reader.next(); part != null; part = reader.next()) {
      switch (part) {
        case Header header -> {}
        case Mailboxes all -> take(all, sink);
        case Letter letter -> {
          sink.letter(mailbox(letter.about()), letter.about(), letter.content());
          tally.done(1);
        }
        case Damaged damaged -> tally.failed(words(damaged));
        case End end -> whole = true;
      }
    }
    if (!whole) {
      throw new EOFException("the archive has no end; run the command again");
    }
  }

  private void take(Mailboxes all, LetterSink sink) throws IOException {
    for (ArchivedMailbox mailbox : all.list()) {
      if (mailbox.id() != 0) {
        mailboxes.put(mailbox.id(), mailbox);
        sink.mailbox(mailbox);
      } else {
        sink.subscribed(mailbox);
      }
    }
  }

  private ArchivedMailbox mailbox(ArchivedLetter letter) throws IOException {
    ArchivedMailbox mailbox = mailboxes.get(letter.mailbox());
    if (mailbox == null) {
      throw new IOException("the archive has no mailbox " + letter.mailbox());
    }
    return mailbox;
  }

  private String words(Damaged damaged) {
    ArchivedMailbox mailbox = mailboxes.get(damaged.about().mailbox());
    return "damaged, left out: %s UID %d: %s"
        .formatted(
            mailbox == null ? damaged.about().mailbox() : mailbox.name(),
            damaged.about().uid(),
            damaged.reason());
  }
}
