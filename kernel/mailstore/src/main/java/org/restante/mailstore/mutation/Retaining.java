package org.restante.mailstore.mutation;

import java.time.Instant;
import org.restante.keyvalue.Batch;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;

/** Keeps what leaves a mailbox for good, as long as the settings ask for. */
final class Retaining {
  private final Commit commit;
  private final long mailbox;
  private final MailboxName name;
  private final long now = Instant.now().getEpochSecond();
  private final boolean messages;

  Retaining(Commit commit, long mailbox) {
    this.commit = commit;
    this.mailbox = mailbox;
    this.name = commit.mailbox(mailbox).name();
    this.messages = !commit.settings().retention().messages().isZero();
  }

  /** A message is expunged: its link and its structure stay, or go at once. */
  void expunged(StoredMessage message, Flags flags) {
    Batch batch = commit.batch();
    if (!messages) {
      batch.delete(Schema.structureKey(message.messageId()));
      batch.unlink(message.blob(), message.messageId());
      return;
    }
    Flags kept = flags.minus(Flags.of(SystemFlag.DELETED));
    Retained.Message row = new Retained.Message(now, mailbox, name, message, kept);
    batch.put(Schema.retainedKey(now, message.messageId()), Retained.write(row));
    commit.retain(message.size(), 1);
  }

  /** A mailbox is deleted: its rows stay, or are removed by {@link Removal}. */
  static void deleted(Commit commit, MailboxRow row) {
    if (commit.settings().retention().mailboxes().isZero()) {
      commit.batch().put(Schema.doomedKey(row.id()), new byte[0]);
      return;
    }
    Retained.Mailbox gone = new Retained.Mailbox(Instant.now().getEpochSecond(), row);
    commit.batch().put(Schema.goneKey(row.id()), Retained.write(gone));
    commit.retain(row.counters().octets(), row.counters().exists());
  }
}
