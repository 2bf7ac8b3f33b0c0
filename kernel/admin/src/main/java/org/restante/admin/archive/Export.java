package org.restante.admin.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.account.Account;
import org.restante.archive.ArchivePart;
import org.restante.archive.ArchiveWriter;
import org.restante.archive.ArchivedMailbox;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.SpecialUse;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.refusal.NoSuchMailbox;

/**
 * Writes an account's mail as an archive. A mailbox is read in pages, each consistent in itself: a
 * slow reader does not hold the storage of a whole mailbox back.
 *
 * @param after letters up to here were sent before; then header and mailboxes were, too
 */
record Export(MailStore store, Account account, Place after) {

  /** Letters of one snapshot. */
  private static final int PAGE = 200;

  void writeTo(OutputStream out) throws IOException {
    List<Mailbox> mailboxes =
        store.mailboxes(account.id()).stream()
            .sorted(Comparator.comparingLong(mailbox -> mailbox.ref().mailbox()))
            .toList();
    try (ArchiveWriter writer = new ArchiveWriter(out)) {
      if (after.isStart()) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        writer.header(new ArchivePart.Header(account.address(), now.toString()));
        writer.mailboxes(shown(mailboxes));
      }
      for (Mailbox mailbox : mailboxes) {
        letters(mailbox, writer);
      }
    }
  }

  private List<ArchivedMailbox> shown(List<Mailbox> mailboxes) {
    Set<MailboxName> subscribed = new HashSet<>(store.subscriptions(account.id()));
    List<ArchivedMailbox> shown = new ArrayList<>();
    for (Mailbox mailbox : mailboxes) {
      shown.add(
          new ArchivedMailbox(
              mailbox.ref().mailbox(),
              mailbox.name().text('/'),
              mailbox.specialUse().map(SpecialUse::attribute),
              subscribed.remove(mailbox.name()),
              mailbox.uidValidity(),
              mailbox.uidNext()));
    }
    subscribed.stream()
        .sorted()
        .map(name -> new ArchivedMailbox(0, name.text('/'), Optional.empty(), true, 0, 0))
        .forEach(shown::add);
    return shown;
  }

  private void letters(Mailbox mailbox, ArchiveWriter writer) throws IOException {
    long id = mailbox.ref().mailbox();
    long last = id < after.mailbox() ? UidSet.MAX_UID : id == after.mailbox() ? after.uid() : 0;
    while (last < UidSet.MAX_UID) {
      try (MailboxSnapshot snapshot = store.snapshot(mailbox.ref())) {
        last = page(snapshot, id, last, writer);
      } catch (NoSuchMailbox deletedMeanwhile) {
        return;
      }
    }
  }

  /** Writes the letters above a UID; gives the last one's, or the highest there can be. */
  private static long page(MailboxSnapshot snapshot, long id, long above, ArchiveWriter writer)
      throws IOException {
    List<StoredMessage> page = new ArrayList<>(PAGE);
    snapshot.messages(
        UidSet.range(above + 1, UidSet.MAX_UID),
        message -> {
          page.add(message);
          return page.size() < PAGE;
        });
    for (StoredMessage message : page) {
      new ExportedLetter(snapshot, id, message).writeTo(writer);
    }
    return page.size() < PAGE ? UidSet.MAX_UID : page.getLast().uid();
  }
}
