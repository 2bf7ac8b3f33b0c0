package org.restante.imap.transfer;

import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SequenceSet;
import org.restante.mailbox.Mailbox;
import org.restante.message.CopyOutcome;
import org.restante.message.UidSet;

/**
 * MOVE and UID MOVE. COPYUID comes untagged, ahead of the EXPUNGE responses of the sync point.
 *
 * @rfc 6851 3
 * @rfc 6851 4.4
 */
public record Move(SequenceSet set, String mailbox, boolean byUid) implements Command.InMailbox {

  /** Reads a MOVE. */
  public static Move read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID MOVE. */
  public static Move readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Move read(ImapReader in, boolean byUid) {
    in.expectSpace();
    SequenceSet set = in.expectSequenceSet();
    in.expectSpace();
    return new Move(set, in.expectAstring(), byUid);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    selected.requireWritable();
    UidSet uids = conversation.limit().atMost(selected.messages(set, byUid));
    Mailbox target = conversation.target(selected.ref().account(), mailbox);
    conversation.requireThere(selected, uids, byUid);
    if (uids.isEmpty()) {
      return Completion.ok("No such messages, nothing moved");
    }
    CopyOutcome moved = conversation.store().move(selected.ref(), uids, target.ref());
    if (moved.from().isEmpty()) {
      return Completion.ok("No such messages, nothing moved");
    }
    conversation.out().raw("* OK [").raw(CopyUid.code(moved)).raw("] Moved").endLine();
    return Completion.expunged("MOVE completed");
  }
}
