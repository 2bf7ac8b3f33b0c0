package org.restante.imap.mailbox;

import org.restante.mailbox.MailboxRef;

/**
 * MAILBOXID: account and mailbox by their numbers, which are never used again.
 *
 * @rfc 8474 4
 */
final class MailboxId {
  private MailboxId() {}

  static String of(MailboxRef ref) {
    return "F" + ref.account().value() + "-" + ref.mailbox();
  }
}
