package org.restante.imap.session;

import java.util.PrimitiveIterator;
import org.restante.imap.extension.Feature;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;

/**
 * Tells a client what happened in its mailbox up to a view.
 *
 * <p>While expunges may not be told, neither are new messages that came after one: sequence numbers
 * stay as they are, and flags are told by them.
 *
 * @rfc 3501 7.4.1
 */
final class SyncPoint {
  private final Conversation conversation;
  private final Selected selected;
  private final MailboxView now;
  private final ImapWriter out;
  private final ImapFigures figures;

  SyncPoint(Conversation conversation, Selected selected, MailboxView now) {
    this.conversation = conversation;
    this.selected = selected;
    this.now = now;
    this.out = conversation.out();
    this.figures = conversation.figures();
  }

  void tell(boolean expunges) {
    if (selected.isUpTo(now)) {
      selected.takeAnswered();
      return;
    }
    UidSet changed = selected.baseline().changed(now);
    UidSet expunged = expunged();
    int before = selected.exists();
    long lastKnown = before == 0 ? 0 : selected.numbering().uid(before - 1);
    if (expunges || expunged.isEmpty()) {
      tellExpunged(expunged);
      selected.numberedAs(now);
      tellArrivals(now.exists() - (before - (int) expunged.count()));
    }
    selected.tellKeywords(out, now);
    tellFlags(changed, lastKnown);
    selected.toldUpTo(now);
    if (!expunged.isEmpty()) {
      tellKnown();
    }
  }

  /**
   * Up to where the client knows everything: where expunges are held back that is less than the
   * MODSEQs it has seen, and once they are told it is all of them.
   *
   * @rfc 7162 3.2
   * @rfc 7162 6
   */
  private void tellKnown() {
    if (conversation.has(Feature.QRESYNC)) {
      out.raw("* OK [HIGHESTMODSEQ ").number(selected.knownModSeq()).raw("] Known").endLine();
    }
  }

  private UidSet expunged() {
    return switch (selected.numbering()) {
      case Numbering.OfView same when same.view() == now -> UidSet.EMPTY;
      case Numbering.OfView older -> now.since(older.view()).expunged();
      case Numbering.OfRanges ranges -> missing(ranges.uids());
    };
  }

  private UidSet missing(UidSet uids) {
    UidSet.Builder missing = new UidSet.Builder();
    uids.stream().filter(uid -> now.indexOf(uid) < 0).forEach(missing::add);
    return missing.build();
  }

  private boolean vanishes() {
    return conversation.has(Feature.QRESYNC) || conversation.has(Feature.UIDONLY);
  }

  /** From the highest number down, so that no number is moved by the line before. */
  private void tellExpunged(UidSet expunged) {
    if (vanishes()) {
      if (!expunged.isEmpty()) {
        out.raw("* VANISHED ").raw(expunged.toString()).endLine();
      }
    } else {
      tellNumbers(expunged);
    }
    figures.told(ImapFigures.Told.VANISHED, expunged.count());
  }

  private void tellNumbers(UidSet expunged) {
    for (int range = expunged.ranges() - 1; range >= 0; range--) {
      for (long uid = expunged.last(range); uid >= expunged.first(range); uid--) {
        int number = selected.number(uid);
        if (number > 0) {
          out.raw("* ").number(number).raw(" EXPUNGE").endLine();
        }
      }
    }
  }

  private void tellArrivals(int arrived) {
    if (arrived > 0) {
      out.raw("* ").number(now.exists()).raw(" EXISTS").endLine();
      if (!conversation.has(Feature.IMAP4REV2)) {
        out.raw("* ").number(selected.recents()).raw(" RECENT").endLine();
      }
      figures.told(ImapFigures.Told.NEW, arrived);
    }
  }

  private void tellFlags(UidSet changed, long lastKnown) {
    MessageResponse response = new MessageResponse(conversation, selected, now);
    Answered answered = selected.takeAnswered();
    long told = 0;
    for (PrimitiveIterator.OfLong uids = changed.iterator(); uids.hasNext(); ) {
      long uid = uids.nextLong();
      int index = now.indexOf(uid);
      if (index >= 0
          && selected.number(uid) > 0
          && uid <= lastKnown
          && !answered.covers(uid, now.modSeq(index))) {
        response.changed(uid, false);
        told++;
      }
    }
    figures.told(ImapFigures.Told.FLAGS, told);
  }
}
