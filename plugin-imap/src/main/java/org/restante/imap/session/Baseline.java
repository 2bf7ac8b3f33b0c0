package org.restante.imap.session;

import java.util.Optional;
import org.restante.mailbox.MailboxView;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/** Up to where a client knows the flags. */
sealed interface Baseline {

  /** The messages whose flags have changed since. */
  UidSet changed(MailboxView now);

  /** The flags that the client knows a message to have; absent where nobody remembers. */
  Optional<Flags> flags(long uid);

  /** MODSEQ of the latest change that the client knows. */
  long modSeq();

  /** As they were in a view. */
  record OfView(MailboxView view) implements Baseline {
    @Override
    public UidSet changed(MailboxView now) {
      return now == view ? UidSet.EMPTY : now.since(view).changed();
    }

    @Override
    public Optional<Flags> flags(long uid) {
      int index = view.indexOf(uid);
      return index < 0 ? Optional.empty() : Optional.of(view.flags(index));
    }

    @Override
    public long modSeq() {
      return view.mailbox().highestModSeq();
    }

    /** Whether the flags that the client knows are not of after a MODSEQ. */
    boolean wasChangedBefore(long uid, long modSeq) {
      int index = view.indexOf(uid);
      return index >= 0 && view.modSeq(index) <= modSeq;
    }
  }

  /** As they were at a MODSEQ: a resumed session has no view until its next sync point. */
  record OfModSeq(long modSeq) implements Baseline {
    @Override
    public UidSet changed(MailboxView now) {
      UidSet.Builder changed = new UidSet.Builder();
      for (int i = 0; i < now.exists(); i++) {
        if (now.modSeq(i) > modSeq) {
          changed.add(now.uid(i));
        }
      }
      return changed.build();
    }

    @Override
    public Optional<Flags> flags(long uid) {
      return Optional.empty();
    }
  }
}
