package org.restante.bench.damage;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.restante.account.Account;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailstore.EngineMailStore;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.refusal.DamagedMessage;

/**
 * A letter as it is served.
 *
 * @param size its octets
 * @param hash of its octets; empty: the store says that it is damaged
 * @param flags as one word
 */
record Letter(long size, String hash, String flags) {

  /** Which letter: {@code account/mailbox/uid}. */
  static String name(long account, long mailbox, long uid) {
    return account + "/" + mailbox + "/" + uid;
  }

  /** Everything that a store serves. */
  static Map<String, Letter> all(EngineMailStore mail) throws Exception {
    Map<String, Letter> letters = new HashMap<>();
    for (Account account : mail.accounts().list()) {
      for (Mailbox mailbox : mail.mailboxes(account.id())) {
        try (MailboxSnapshot snapshot = mail.snapshot(mailbox.ref())) {
          read(snapshot, account.id().value(), mailbox.ref().mailbox(), letters);
        }
      }
    }
    return letters;
  }

  private static void read(
      MailboxSnapshot snapshot, long account, long mailbox, Map<String, Letter> into)
      throws Exception {
    Map<Long, StoredMessage> rows = new HashMap<>();
    snapshot.messages(UidSet.ALL, message -> rows.put(message.uid(), message) == null);
    for (int i = 0; i < snapshot.view().exists(); i++) {
      long uid = snapshot.view().uid(i);
      String flags = snapshot.view().flags(i).toString();
      StoredMessage row = rows.get(uid);
      Letter letter = row == null ? new Letter(0, "", flags) : read(snapshot, row, flags);
      into.put(name(account, mailbox, uid), letter);
    }
  }

  private static Letter read(MailboxSnapshot snapshot, StoredMessage row, String flags)
      throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long size = 0;
    try (MessageContent content = snapshot.content(row);
        InputStream in = content.stream(0, content.size())) {
      byte[] piece = new byte[64 << 10];
      for (int count = in.read(piece); count > 0; count = in.read(piece)) {
        digest.update(piece, 0, count);
        size += count;
      }
    } catch (DamagedMessage e) {
      return new Letter(row.size(), "", flags);
    }
    return new Letter(size, HexFormat.of().formatHex(digest.digest()), flags);
  }
}
