package org.restante.imap.mailbox;

import org.restante.imap.meter.ImapFigures;
import org.restante.imap.session.Conversation;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.UidSet;

/**
 * What changed in a mailbox while a client was away.
 *
 * @param changed present messages that are new or have other flags
 * @param vanished messages that left, or may have: where the history does not reach back, all that
 *     are not there
 * @rfc 7162 3.2.5.1
 * @rfc 7162 3.2.6
 */
public record Departed(UidSet changed, UidSet vanished) {

  /** What happened above a MODSEQ to the messages of a set. */
  public static Departed since(
      Conversation conversation, MailboxSnapshot snapshot, long modSeq, UidSet asked) {
    long last = snapshot.view().mailbox().uidNext() - 1;
    UidSet given = last == 0 ? UidSet.EMPTY : asked.intersect(UidSet.range(1, last));
    return switch (snapshot.changesSince(modSeq)) {
      case MailboxChanges.Known known ->
          new Departed(known.changed().intersect(given), known.expunged().intersect(given));
      case MailboxChanges.HistoryTrimmed trimmed -> {
        conversation.figures().fallback(ImapFigures.Fallback.HISTORY_TRIMMED);
        yield new Departed(
            trimmed.changed().intersect(given), given.minus(snapshot.view().present(given)));
      }
    };
  }

  /** Tells what left above a UID, up to which the client knows for itself. */
  public void tellVanished(ImapWriter out, long knownUpTo) {
    UidSet untold = knownUpTo == 0 ? vanished : vanished.minus(UidSet.range(1, knownUpTo));
    if (!untold.isEmpty()) {
      out.raw("* VANISHED (EARLIER) ").raw(untold.toString()).endLine();
    }
  }
}
