package org.restante.imap.mailbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.restante.mailbox.Mailbox;

/**
 * What STATUS can tell.
 *
 * @rfc 3501 6.3.10
 */
public enum StatusItem {
  /** Number of messages. */
  MESSAGES(Mailbox::exists),
  /** Recent messages: known to the session that claims them only, so none are told here. */
  RECENT(mailbox -> 0),
  /** The next UID. */
  UIDNEXT(Mailbox::uidNext),
  /** UIDVALIDITY. */
  UIDVALIDITY(Mailbox::uidValidity),
  /** Messages without {@code \Seen}. */
  UNSEEN(Mailbox::unseen),
  /** MODSEQ of the latest change (RFC 7162 §3.1.7). */
  HIGHESTMODSEQ(Mailbox::highestModSeq);

  private final ToLongFunction<Mailbox> value;

  StatusItem(ToLongFunction<Mailbox> value) {
    this.value = value;
  }

  static Optional<StatusItem> of(String name) {
    return Arrays.stream(values()).filter(item -> item.name().equals(name)).findFirst();
  }

  long of(Mailbox mailbox) {
    return value.applyAsLong(mailbox);
  }
}
