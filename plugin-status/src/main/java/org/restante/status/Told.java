package org.restante.status;

import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;

/**
 * What a client was told of a mailbox.
 *
 * @param counts what is in it; empty: there is no such mailbox
 */
record Told(MailboxName name, Optional<Counts> counts) {

  /** Letters in a mailbox. */
  record Counts(long messages, long unseen) {
    static Counts of(Mailbox mailbox) {
      return new Counts(mailbox.exists(), mailbox.unseen());
    }
  }

  /** What there is to tell now. */
  static Told now(MailStore store, AccountId account, MailboxName name) {
    return new Told(name, store.mailbox(account, name).map(Counts::of));
  }

  /** The line that tells it. */
  String line() {
    return counts
        .map(known -> "210 " + known.messages() + " " + known.unseen() + " " + name)
        .orElse("410 " + name);
  }
}
