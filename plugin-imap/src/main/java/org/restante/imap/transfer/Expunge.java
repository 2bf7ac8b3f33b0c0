package org.restante.imap.transfer;

import java.util.Optional;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SequenceSet;
import org.restante.mailbox.ExpungeScope;
import org.restante.message.UidSet;

/**
 * EXPUNGE and UID EXPUNGE. The EXPUNGE responses are the sync point's.
 *
 * @param set the UIDs to be removed; absent for all
 * @rfc 3501 6.4.3
 * @rfc 4315 2.1
 */
public record Expunge(Optional<SequenceSet> set) implements Command.InMailbox {

  /** Reads nothing more of an EXPUNGE. */
  public static Expunge read(ImapReader in) {
    return new Expunge(Optional.empty());
  }

  /** Reads the UIDs of a UID EXPUNGE. */
  public static Expunge readByUid(ImapReader in) {
    in.expectSpace();
    return new Expunge(Optional.of(in.expectSequenceSet()));
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    selected.requireWritable();
    UidSet uids = set.map(some -> selected.messages(some, true)).orElse(UidSet.ALL);
    conversation.store().expunge(selected.ref(), uids, ExpungeScope.DELETED_ONLY);
    return Completion.ok("EXPUNGE completed");
  }
}
