package org.restante.mailbox;

import org.restante.message.UidSet;

/** What happened in a mailbox above a MODSEQ, from its change log. */
public sealed interface MailboxChanges {

  /**
   * All of it.
   *
   * @param changed present messages that are new or whose flags changed
   * @param expunged messages that left
   */
  record Known(UidSet changed, UidSet expunged) implements MailboxChanges {}

  /**
   * The log does not reach back that far: everything that is not present now may have been
   * expunged.
   *
   * @param changed present messages whose MODSEQ is above
   */
  record HistoryTrimmed(UidSet changed) implements MailboxChanges {}
}
