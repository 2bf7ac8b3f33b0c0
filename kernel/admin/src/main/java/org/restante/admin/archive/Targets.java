package org.restante.admin.archive;

import java.util.Arrays;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.admin.http.Refusal;
import org.restante.archive.ArchivedMailbox;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.SpecialUse;
import org.restante.refusal.MailboxExists;

/** Finds or makes the mailboxes of an archive. */
record Targets(MailStore store, ExactImport exact, AccountId account) {

  Target of(ArchivedMailbox mailbox, MailboxName name) {
    return mailbox.exact()
        ? exactly(mailbox, name)
        : new Target(findOrCreate(mailbox, name).ref(), null, 0, 0);
  }

  private Target exactly(ArchivedMailbox mailbox, MailboxName name) {
    Optional<Mailbox> there = store.mailbox(account, name);
    boolean begun = there.filter(known -> known.uidValidity() == mailbox.uidValidity()).isPresent();
    try {
      Mailbox made = exact.mailbox(account, name, specialUse(mailbox), mailbox.uidValidity(), 1);
      return new Target(made.ref(), exact, mailbox.uidNext(), 0);
    } catch (MailboxExists hasMessages) {
      if (!begun) {
        throw taken(mailbox.name());
      }
      Mailbox known = there.orElseThrow();
      return new Target(known.ref(), exact, mailbox.uidNext(), known.uidNext() - 1);
    }
  }

  static Refusal taken(String what) {
    return new Refusal(
        409,
        what
            + " has, or had, other messages: import into a new account, or as new messages"
            + " (--append)");
  }

  private Mailbox findOrCreate(ArchivedMailbox mailbox, MailboxName name) {
    Optional<Mailbox> there = store.mailbox(account, name);
    if (there.isPresent()) {
      return there.get();
    }
    try {
      return store.create(account, name, specialUse(mailbox));
    } catch (MailboxExists madeMeanwhile) {
      return store.mailbox(account, name).orElseThrow(() -> madeMeanwhile);
    }
  }

  private static Optional<SpecialUse> specialUse(ArchivedMailbox mailbox) {
    return mailbox
        .specialUse()
        .flatMap(
            text ->
                Arrays.stream(SpecialUse.values())
                    .filter(use -> use.attribute().equalsIgnoreCase(text))
                    .findFirst());
  }
}
