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
 * COPY and UID COPY.
 *
 * @rfc 3501 6.4.7
 * @rfc 4315 3
 */
public record Copy(SequenceSet set, String mailbox, boolean byUid) implements Command.InMailbox {

  /** Reads a COPY. */
  public static Copy read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID COPY. */
  public static Copy readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Copy read(ImapReader in, boolean byUid) {
    in.expectSpace();
    SequenceSet set = in.expectSequenceSet();
    in.expectSpace();
    return new Copy(set, in.expectAstring(), byUid);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    UidSet uids = selected.messages(set, byUid);
    Mailbox target = conversation.target(selected.ref().account(), mailbox);
    conversation.requireThere(selected, uids, byUid);
    if (uids.isEmpty()) {
      return Completion.ok("No such messages, nothing copied");
    }
    conversation.limit().require(uids);
    CopyOutcome copied = conversation.store().copy(selected.ref(), uids, target.ref());
    return Completion.ok(CopyUid.code(copied), "COPY completed");
  }
}
