package org.restante.imap.session;

import org.jspecify.annotations.Nullable;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;

/**
 * Flags that the command itself has answered, or kept silent about: the sync point that follows
 * does not tell them again unless they changed once more.
 */
record Answered(UidSet uids, @Nullable MailboxView view) {
  static final Answered NOTHING = new Answered(UidSet.EMPTY, null);

  boolean covers(long uid, long modSeq) {
    if (view == null || !uids.contains(uid)) {
      return false;
    }
    int index = view.indexOf(uid);
    return index >= 0 && view.modSeq(index) == modSeq;
  }
}
