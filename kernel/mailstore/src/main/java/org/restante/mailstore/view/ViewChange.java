package org.restante.mailstore.view;

import java.util.List;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/** What one commit does to the messages of one mailbox. */
public sealed interface ViewChange {

  /** Messages with UIDs above all others. The n-th UID has the n-th flags. */
  record Arrived(UidSet uids, List<Flags> flags) implements ViewChange {}

  /** Messages whose flags are now different. The n-th UID has the n-th flags. */
  record Reflagged(UidSet uids, List<Flags> flags) implements ViewChange {}

  /** Messages that are gone. */
  record Left(UidSet uids) implements ViewChange {}
}
