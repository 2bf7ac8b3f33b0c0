package org.restante.admin.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.SpecialUse;
import org.restante.message.NewMessage;
import org.restante.refusal.MailboxExists;

/** Notes which UIDs and dates letters are to have, and appends them under new ones. */
final class RecordedImport implements ExactImport {

  /** UIDVALIDITY and UIDNEXT by name. */
  final Map<String, List<Long>> mailboxes = new HashMap<>();

  final Map<MailboxRef, List<Long>> uids = new HashMap<>();
  final List<Instant> saveDates = new ArrayList<>();
  private final MailStore store;

  RecordedImport(MailStore store) {
    this.store = store;
  }

  @Override
  public Mailbox mailbox(
      AccountId account,
      MailboxName name,
      Optional<SpecialUse> specialUse,
      long uidValidity,
      long uidNext) {
    Optional<Mailbox> there = store.mailbox(account, name);
    if (there.filter(mailbox -> mailbox.uidNext() > 1).isPresent()) {
      throw new MailboxExists(name.toString());
    }
    mailboxes.put(name.text('/'), List.of(uidValidity, uidNext));
    return there.orElseGet(() -> store.create(account, name, specialUse));
  }

  @Override
  public void append(MailboxRef mailbox, List<Long> given, List<NewMessage> messages) {
    store.append(mailbox, messages);
    uids.computeIfAbsent(mailbox, ref -> new ArrayList<>()).addAll(given);
  }

  @Override
  public void append(
      MailboxRef mailbox, List<Long> given, List<Instant> saved, List<NewMessage> messages) {
    append(mailbox, given, messages);
    saveDates.addAll(saved);
  }
}
