package org.restante.imap.mailbox;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.restante.imap.session.Conversation;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/**
 * What STATUS can tell.
 *
 * @rfc 3501 6.3.10
 * @rfc 9051 6.3.11
 */
public enum StatusItem {
  /** Number of messages. */
  MESSAGES((mailbox, conversation) -> number(mailbox.exists())),
  /** Messages that would be recent for a session that opened the mailbox now. */
  RECENT((mailbox, conversation) -> number(recents(mailbox, conversation))),
  /** The next UID. */
  UIDNEXT((mailbox, conversation) -> number(mailbox.uidNext())),
  /** UIDVALIDITY. */
  UIDVALIDITY((mailbox, conversation) -> number(mailbox.uidValidity())),
  /** Messages without {@code \Seen}. */
  UNSEEN((mailbox, conversation) -> number(mailbox.unseen())),
  /** MODSEQ of the latest change (RFC 7162 §3.1.7). */
  HIGHESTMODSEQ((mailbox, conversation) -> number(mailbox.highestModSeq())),
  /** Messages with {@code \Deleted} (RFC 9208 §4.1.4). */
  DELETED((mailbox, conversation) -> number(mailbox.deleted())),
  /** Octets that an expunge would give back (RFC 9208 §4.1.4). */
  DELETED_STORAGE((mailbox, conversation) -> number(deletedOctets(mailbox, conversation))),
  /** Octets of all messages (RFC 8438). */
  SIZE((mailbox, conversation) -> number(mailbox.octets())),
  /** An id that no rename changes (RFC 8474 §4.3). */
  MAILBOXID((mailbox, conversation) -> "(" + MailboxId.of(mailbox.ref()) + ")"),
  /** Octets of the largest message that is taken in (RFC 7889 §3.1). */
  APPENDLIMIT(
      (mailbox, conversation) -> number(conversation.connection().limits().messageOctets()));

  private final Value value;

  StatusItem(Value value) {
    this.value = value;
  }

  /** Items in parentheses, each once, in the client's order. */
  static Set<StatusItem> expectList(ImapReader in) {
    Set<StatusItem> items = new LinkedHashSet<>();
    in.expect('(');
    do {
      items.add(of(in.expectName()).orElseThrow(() -> new SyntaxError("no such item")));
    } while (in.take(' '));
    in.expect(')');
    return items;
  }

  private static Optional<StatusItem> of(String name) {
    return Arrays.stream(values()).filter(item -> item.text().equals(name)).findFirst();
  }

  /** The item's name. */
  String text() {
    return name().replace('_', '-');
  }

  /** What it is for a mailbox, as STATUS writes it. */
  String of(Mailbox mailbox, Conversation conversation) {
    return value.of(mailbox, conversation);
  }

  private static String number(long value) {
    return Long.toString(value);
  }

  private static long recents(Mailbox mailbox, Conversation conversation) {
    if (mailbox.recentFrom() >= mailbox.uidNext()) {
      return 0;
    }
    MailboxView view = conversation.store().view(mailbox.ref());
    return view.present(Conversation.recent(mailbox.recentFrom(), view)).count();
  }

  /** No counter keeps this; only a client that asks pays for it. */
  private static long deletedOctets(Mailbox mailbox, Conversation conversation) {
    if (mailbox.deleted() == 0) {
      return 0;
    }
    long[] octets = {0};
    try (MailboxSnapshot snapshot = conversation.store().snapshot(mailbox.ref())) {
      snapshot.messages(
          deleted(snapshot.view()),
          message -> {
            octets[0] += message.size();
            return true;
          });
    }
    return octets[0];
  }

  private static UidSet deleted(MailboxView view) {
    UidSet.Builder deleted = new UidSet.Builder();
    for (int i = 0; i < view.exists(); i++) {
      if (view.flags(i).has(SystemFlag.DELETED)) {
        deleted.add(view.uid(i));
      }
    }
    return deleted.build();
  }

  @FunctionalInterface
  private interface Value {
    String of(Mailbox mailbox, Conversation conversation);
  }
}
