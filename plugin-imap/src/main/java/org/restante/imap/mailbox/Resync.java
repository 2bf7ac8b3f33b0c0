package org.restante.imap.mailbox;

import java.util.Iterator;
import java.util.Optional;
import org.restante.imap.extension.Feature;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.MessageResponse;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SequenceSet;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;

/**
 * The QRESYNC parameter of SELECT: brings a client that was away up to date.
 *
 * @param uidValidity of the mailbox as the client knows it
 * @param modSeq up to which it knows everything
 * @param known the messages it knows; absent for all
 * @param sample numbers and UIDs of some messages as it knows them
 * @rfc 7162 3.2.5
 */
public record Resync(long uidValidity, long modSeq, Optional<UidSet> known, Optional<Sample> sample)
    implements SelectParameter {

  /**
   * Message numbers with their UIDs, both ascending, as many of one as of the other.
   *
   * @rfc 7162 3.2.5.2
   */
  record Sample(UidSet numbers, UidSet uids) {

    static Sample read(ImapReader in) {
      in.expect('(');
      UidSet numbers = ascending(in);
      in.expectSpace();
      UidSet uids = ascending(in);
      in.expect(')');
      if (numbers.count() != uids.count()) {
        throw new SyntaxError("expected as many numbers as UIDs");
      }
      return new Sample(numbers, uids);
    }

    /** The highest UID that has its number still: up to it nothing left that the client knows. */
    long agreedUpTo(MailboxView view) {
      long agreed = 0;
      Iterator<Long> uid = uids.iterator();
      for (Iterator<Long> number = numbers.iterator(); number.hasNext(); ) {
        long wanted = uid.next();
        long index = number.next() - 1;
        if (index >= view.exists()) {
          break;
        }
        agreed = view.uid((int) index) == wanted ? wanted : agreed;
      }
      return agreed;
    }
  }

  static Resync read(ImapReader in) {
    in.expectSpace();
    in.expect('(');
    long uidValidity = in.expectPositive();
    in.expectSpace();
    long modSeq = in.expectModSeq();
    Optional<UidSet> known = Optional.empty();
    Optional<Sample> sample = Optional.empty();
    if (in.take(' ')) {
      if (in.peek() != '(') {
        known = Optional.of(ascending(in));
      }
      if (known.isEmpty() || in.take(' ')) {
        sample = Optional.of(Sample.read(in));
      }
    }
    in.expect(')');
    return new Resync(uidValidity, modSeq, known, sample);
  }

  private static UidSet ascending(ImapReader in) {
    SequenceSet set = in.expectSequenceSet();
    if (set.ranges().stream().anyMatch(Resync::isOpen)) {
      throw new SyntaxError("expected numbers, not *");
    }
    return set.upTo(SequenceSet.LAST);
  }

  private static boolean isOpen(SequenceSet.Range range) {
    return range.first() == SequenceSet.LAST || range.last() == SequenceSet.LAST;
  }

  /** Refuses what the client has not enabled, or has given up. */
  void check(Conversation conversation) {
    if (!conversation.has(Feature.QRESYNC)) {
      throw new SyntaxError("QRESYNC is not enabled");
    }
    if (sample.isPresent()) {
      conversation.requireNumbers();
    }
  }

  void tell(Conversation conversation, MailboxSnapshot snapshot, Selected selected) {
    if (uidValidity != selected.uidValidity()) {
      conversation.figures().fallback(ImapFigures.Fallback.UIDVALIDITY);
      return;
    }
    Departed departed = Departed.since(conversation, snapshot, modSeq, known.orElse(UidSet.ALL));
    departed.tellVanished(
        conversation.out(), sample.map(some -> some.agreedUpTo(snapshot.view())).orElse(0L));
    MessageResponse response = new MessageResponse(conversation, selected, snapshot.view());
    departed.changed().stream().forEach(uid -> response.changed(uid, true));
  }
}
