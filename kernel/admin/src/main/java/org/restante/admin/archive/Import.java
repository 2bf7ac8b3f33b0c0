package org.restante.admin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.account.Account;
import org.restante.admin.http.Refusal;
import org.restante.archive.ArchivePart;
import org.restante.archive.ArchivePart.Damaged;
import org.restante.archive.ArchivePart.End;
import org.restante.archive.ArchivePart.Header;
import org.restante.archive.ArchivePart.Letter;
import org.restante.archive.ArchivePart.Mailboxes;
import org.restante.archive.ArchiveReader;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxName;

/** Reads an archive, or a part of one, into an account. One thread. */
final class Import {

  /** Most that are named in one answer. */
  private static final int MOST_NAMED = 1_000;

  private final MailStore store;
  private final Account account;
  private final Targets targets;
  private final Map<Long, Target> mailboxes = new HashMap<>();
  private final List<Map<String, String>> refused = new ArrayList<>();
  private @Nullable Arrivals arrivals;
  private long imported;
  private long present;
  private long refusals;

  Import(MailStore store, ExactImport exact, Account account) {
    this.store = store;
    this.account = account;
    this.targets = new Targets(store, exact, account.id());
  }

  /** What came of it. */
  Map<String, Object> read(InputStream body) throws IOException {
    try {
      ArchiveReader reader = new ArchiveReader(body);
      for (ArchivePart part = reader.next(); part != null; part = reader.next()) {
        take(part);
      }
      flush();
      mailboxes.values().forEach(Target::finish);
    } catch (IOException unreadable) {
      // what came before is in; the client is told and goes on there
      flush();
      throw new Refusal(400, String.valueOf(unreadable.getMessage()));
    } finally {
      drop();
    }
    return Map.of(
        "imported", imported, "present", present, "refusals", refusals, "refused", refused);
  }

  private void take(ArchivePart part) throws IOException {
    switch (part) {
      case Header header -> {}
      case Mailboxes all -> all.list().forEach(this::mailbox);
      case Letter letter -> letter(letter);
      case Damaged damaged -> refuse(damaged.about(), "damaged: " + damaged.reason());
      case End end -> {}
    }
  }

  private void mailbox(ArchivedMailbox mailbox) {
    MailboxName name = MailboxName.parse(mailbox.name(), '/');
    if (mailbox.id() != 0) {
      mailboxes.put(mailbox.id(), targets.of(mailbox, name));
    }
    if (mailbox.subscribed() && !store.subscriptions(account.id()).contains(name)) {
      store.subscribe(account.id(), name, true);
    }
  }

  private void letter(Letter letter) throws IOException {
    ArchivedLetter about = letter.about();
    Target target = mailboxes.get(about.mailbox());
    if (target == null) {
      throw new IOException("the archive has no mailbox " + about.mailbox());
    }
    if (target.has(store, about)) {
      present++;
      return;
    }
    Arrivals under = arrivals;
    if (under == null || under.target() != target) {
      flush();
      under = new Arrivals(store, target, this::refuse);
      arrivals = under;
    }
    under.add(letter);
    if (under.isFull()) {
      flush();
    }
  }

  private void flush() {
    Arrivals under = arrivals;
    arrivals = null;
    if (under != null) {
      try (under) {
        imported += under.append();
      }
    }
  }

  private void drop() {
    Arrivals under = arrivals;
    if (under != null) {
      under.close();
    }
  }

  private void refuse(ArchivedLetter letter, String reason) {
    refusals++;
    if (refused.size() < MOST_NAMED) {
      refused.add(Map.of("letter", letter.place(), "reason", reason));
    }
  }
}
