package org.restante.mailstore.mutation;

import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.MailboxState;
import org.restante.mailstore.row.MessageRows;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.view.StoredView;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/**
 * Reads the flags of messages for a commit: from the view where there is one, else from the rows.
 */
final class FlagRows {
  private FlagRows() {}

  static void visit(Commit commit, long mailbox, UidSet uids, Visitor visitor) {
    MailboxState state = commit.state().mailbox(mailbox);
    StoredView view = commit.views().cached(state);
    if (view == null) {
      MessageRows.hot(
          commit.state().partition(),
          mailbox,
          uids,
          (uid, value) -> {
            HotRow row = Codec.readHot(value);
            return visitor.message(uid, row.flags(), row.modSeq());
          });
    } else {
      visit(view, uids, visitor);
    }
  }

  private static void visit(StoredView view, UidSet uids, Visitor visitor) {
    for (int range = 0; range < uids.ranges(); range++) {
      int at = view.indexOf(uids.first(range));
      long last = uids.last(range);
      for (int i = at < 0 ? -at - 1 : at; i < view.exists() && view.uid(i) <= last; i++) {
        if (!visitor.message(view.uid(i), view.flags(i), view.modSeq(i))) {
          return;
        }
      }
    }
  }

  /** Sees the flags of a message. */
  @FunctionalInterface
  interface Visitor {

    /** One message. Returns whether to go on. */
    boolean message(long uid, Flags flags, long modSeq);
  }
}
