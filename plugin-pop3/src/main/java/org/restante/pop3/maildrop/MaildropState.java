package org.restante.pop3.maildrop;

import org.restante.mailbox.MailboxRef;
import org.restante.message.UidSet;

/**
 * A maildrop between two sessions.
 *
 * @param inbox which mailbox
 * @param uidValidity its UIDVALIDITY
 * @param octets octets of all messages at login
 * @param uids the messages at login
 * @param deleted of these, the marked ones
 * @param retrieved of these, those sent whole
 */
public record MaildropState(
    MailboxRef inbox,
    long uidValidity,
    long octets,
    UidSet uids,
    UidSet deleted,
    UidSet retrieved) {

  /** Marks are on messages of the maildrop only. */
  public MaildropState {
    if (!within(deleted, uids) || !within(retrieved, uids)) {
      throw new IllegalArgumentException("a mark on a message that is not there");
    }
  }

  private static boolean within(UidSet part, UidSet whole) {
    return part.intersect(whole).equals(part);
  }
}
