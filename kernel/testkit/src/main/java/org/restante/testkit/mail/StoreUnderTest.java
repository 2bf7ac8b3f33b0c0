package org.restante.testkit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.mail.MailStore;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** The store of a contract test, with one user, and short words for what tests do most. */
interface StoreUnderTest {

  /** A date with an offset that is not a whole hour. */
  OffsetDateTime DATE = OffsetDateTime.parse("2021-03-04T05:06:07+05:30");

  MailWorld world();

  Account user();

  default MailStore store() {
    return world().store();
  }

  default AccountId account() {
    return user().id();
  }

  default Mailbox mailbox(String name) {
    return store().mailbox(account(), name(name)).orElseThrow();
  }

  default MailboxRef inbox() {
    return mailbox("INBOX").ref();
  }

  default MailboxRef create(String name) {
    return store().create(account(), name(name), Optional.empty()).ref();
  }

  default List<String> names() {
    return store().mailboxes(account()).stream().map(m -> m.name().text('/')).toList();
  }

  /** Appends letters of these texts without flags; gives their UIDs. */
  default UidSet append(MailboxRef to, String... texts) {
    return append(to, Flags.NONE, texts);
  }

  default UidSet append(MailboxRef to, Flags flags, String... texts) {
    List<NewMessage> messages = new ArrayList<>();
    for (String text : texts) {
      messages.add(new NewMessage(draft(letter(text)), flags, DATE));
    }
    try {
      return store().append(to, messages).uids();
    } finally {
      messages.forEach(message -> message.content().close());
    }
  }

  default MessageDraft draft(byte[] octets) {
    MessageDraft draft = store().draft();
    draft.write(octets);
    return draft;
  }

  default UidSet expunge(MailboxRef mailbox, UidSet uids) {
    return store().expunge(mailbox, uids, ExpungeScope.ALL);
  }

  default FlagOutcome flag(MailboxRef mailbox, UidSet uids, SystemFlag flag) {
    FlagUpdate update = new FlagUpdate(FlagUpdate.Mode.ADD, Flags.of(flag));
    return store().updateFlags(mailbox, uids, update);
  }

  default Flags flags(MailboxRef mailbox, long uid) {
    MailboxView view = store().view(mailbox);
    return view.flags(view.indexOf(uid));
  }

  default long modSeq(MailboxRef mailbox, long uid) {
    MailboxView view = store().view(mailbox);
    return view.modSeq(view.indexOf(uid));
  }

  default UidSet uidsOf(MailboxRef mailbox) {
    return store().view(mailbox).present(UidSet.ALL);
  }

  default StoredMessage message(MailboxRef mailbox, long uid) {
    try (MailboxSnapshot snapshot = store().snapshot(mailbox)) {
      return snapshot.message(uid).orElseThrow();
    }
  }

  /** The octets of a message as text. */
  default String text(MailboxRef mailbox, long uid) {
    try (MailboxSnapshot snapshot = store().snapshot(mailbox);
        MessageContent content = snapshot.content(snapshot.message(uid).orElseThrow())) {
      return new String(read(content), UTF_8);
    }
  }

  static byte[] read(MessageContent content) {
    byte[] octets = new byte[(int) content.size()];
    int at = 0;
    while (at < octets.length) {
      at += content.read(at, octets, at, octets.length - at);
    }
    return octets;
  }

  static byte[] letter(String text) {
    return ("From: a@localhost\r\nSubject: " + text + "\r\n\r\n" + text + "\r\n").getBytes(UTF_8);
  }

  static MailboxName name(String text) {
    return MailboxName.parse(text, '/');
  }

  static UidSet uids(long... uids) {
    return UidSet.of(Arrays.stream(uids).boxed().toList());
  }
}
