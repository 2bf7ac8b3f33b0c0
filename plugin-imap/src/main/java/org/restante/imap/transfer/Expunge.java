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
import org.restante.mailbox.MailboxView;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/**
 * EXPUNGE and UID EXPUNGE. The EXPUNGE responses are the sync point's.
 *
 * @param set the UIDs to be removed; absent for all
 * @rfc 3501 6.4.3
 * @rfc 4315 2.1
 * @rfc 7162 3.2.7
 * @rfc 7162 3.2.9
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
    UidSet uids = set.map(some -> deleted(conversation, selected, some)).orElse(UidSet.ALL);
    UidSet expunged = conversation.store().expunge(selected.ref(), uids, ExpungeScope.DELETED_ONLY);
    return expunged.isEmpty()
        ? Completion.ok("EXPUNGE completed")
        : Completion.expunged("EXPUNGE completed");
  }

  /** The limit is one of messages that are to go; EXPUNGE without a set knows none. */
  private static UidSet deleted(Conversation conversation, Selected selected, SequenceSet some) {
    MailboxView view = conversation.store().view(selected.ref());
    UidSet.Builder deleted = new UidSet.Builder();
    view.present(selected.messages(some, true)).stream()
        .filter(uid -> view.flags(view.indexOf(uid)).has(SystemFlag.DELETED))
        .forEach(deleted::add);
    return conversation.limit().enforced(deleted.build());
  }
}
