package org.restante.imap.mailbox;

import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.mailbox.ExpungeScope;
import org.restante.message.UidSet;
import org.restante.refusal.NoSuchMailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CLOSE, which expunges without a word, and UNSELECT, which does not.
 *
 * @rfc 3501 6.4.2
 * @rfc 3691 2
 */
public record Close(boolean expunges) implements Command.InMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(Close.class);

  /** Reads nothing more of a CLOSE. */
  public static Close read(ImapReader in) {
    return new Close(true);
  }

  /** Reads nothing more of an UNSELECT. */
  public static Close readUnselect(ImapReader in) {
    return new Close(false);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    if (expunges && !selected.readOnly()) {
      expunge(conversation, selected);
    }
    conversation.closed();
    return Completion.ok(expunges ? "CLOSE completed" : "UNSELECT completed");
  }

  private static void expunge(Conversation conversation, Selected selected) {
    try {
      conversation.store().expunge(selected.ref(), UidSet.ALL, ExpungeScope.DELETED_ONLY);
    } catch (NoSuchMailbox gone) { // somebody has deleted it: there is nothing left to expunge
      LOG.debug("connection {}: CLOSE of no mailbox", conversation.connection().id(), gone);
    }
  }
}
