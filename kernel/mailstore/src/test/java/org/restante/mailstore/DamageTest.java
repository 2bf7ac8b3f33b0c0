package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;
import org.restante.refusal.DamagedMessage;
import org.restante.testkit.engine.MemoryEngine;

/** Messages that are damaged are named; what can be made again is. */
final class DamageTest {
  private final MemoryEngine engine = new MemoryEngine();

  private StoredMessage first(TestMail mail) {
    try (MailboxSnapshot snapshot = mail.store.snapshot(mail.inbox())) {
      return snapshot.message(1).orElseThrow();
    }
  }

  private Batch batch(TestMail mail) {
    return engine.partition(mail.account.value()).batch();
  }

  @Test
  void anIndexThatIsMissingOrDamagedIsMadeAgain() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(1);
      StoredMessage message = first(mail);
      byte[] key = Schema.structureKey(message.messageId());
      for (byte[] damaged : new byte[][] {{}, {1, 2, 3}, {99}}) {
        try (Batch batch = batch(mail)) {
          batch.put(key, damaged).commit(Durability.SYNC);
        }
        indexed(mail, message);
      }
      try (Batch batch = batch(mail)) {
        batch.delete(key).commit(Durability.SYNC);
      }
      indexed(mail, message);
    }
  }

  private static void indexed(TestMail mail, StoredMessage message) {
    try (MailboxSnapshot snapshot = mail.store.snapshot(mail.inbox())) {
      assertThat(snapshot.index(message).size()).isEqualTo(message.size());
    }
  }

  @Test
  void aContentOfAnotherLengthOrNoneIsADamagedMessage() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(1);
      StoredMessage message = first(mail);
      StoredMessage longer =
          new StoredMessage(
              1,
              message.messageId(),
              message.blob(),
              message.size() + 1,
              message.internalDate(),
              message.saveDate());
      try (MailboxSnapshot snapshot = mail.store.snapshot(mail.inbox());
          Batch batch = batch(mail)) {
        assertThatThrownBy(() -> snapshot.content(longer)).isInstanceOf(DamagedMessage.class);
        batch.unlink(message.blob(), message.messageId()).commit(Durability.SYNC);
        engine.blobs().collect(Duration.ZERO);
        assertThatThrownBy(() -> snapshot.content(message)).isInstanceOf(DamagedMessage.class);
      }
    }
  }

  @Test
  void aRowThatIsCutOffIsADamagedMessage() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(1);
      try (Batch batch = batch(mail)) {
        batch.put(Schema.coldKey(mail.inbox().mailbox(), 1), new byte[7]).commit(Durability.SYNC);
      }
      assertThatThrownBy(() -> first(mail)).isInstanceOf(DamagedMessage.class);
    }
  }
}
