package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.blob.BlobFigures;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.mutation.Removal;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.message.UidSet;
import org.restante.testkit.engine.MemoryEngine;

/** What was deleted leaves nothing behind, also where the removal was interrupted. */
final class RemovalTest {
  private final MemoryEngine engine = new MemoryEngine();

  private int rows(long partition) {
    return engine
        .partition(partition)
        .scan(KeyRange.all(), Order.ASCENDING, Integer.MAX_VALUE, (key, value) -> true);
  }

  private void nothingIsLinked() {
    engine.blobs().collect(Duration.ZERO);
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  @Test
  void expungedMessagesLeaveNoContent() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(5);
      mail.store.expunge(mail.inbox(), UidSet.ALL, ExpungeScope.ALL);
      nothingIsLinked();
    }
  }

  @Test
  void aDeletedMailboxLeavesNoRowsAndNoContent() {
    try (TestMail mail = new TestMail(engine)) {
      MailboxName name = MailboxName.parse("box", '/');
      MailboxRef box = mail.store.create(mail.account, name, Optional.empty()).ref();
      mail.append(450);
      mail.store.move(mail.inbox(), UidSet.ALL, box);
      mail.store.delete(mail.account, name);
      nothingIsLinked();
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
  }

  @Test
  void aDeletedAccountLeavesNothing() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(3);
      mail.store.accounts().delete(mail.account);
      assertThat(rows(mail.account.value())).isZero();
      assertThat(rows(KeyValueEngine.SYSTEM_PARTITION)).isEqualTo(1);
      nothingIsLinked();
    }
  }

  @Test
  void anInterruptedRemovalIsFinishedLater() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(3);
      AccountId other = mail.store.accounts().create("other", "x", QuotaLimits.NONE).id();
      try (Batch batch = engine.partition(KeyValueEngine.SYSTEM_PARTITION).batch()) {
        batch
            .delete(Schema.directoryKey(mail.account.value()))
            .delete(Schema.addressKey("user@localhost"))
            .put(Schema.leavingKey(mail.account.value()), Codec.empty())
            .commit(Durability.SYNC);
      }
      Removal.leavingAccounts(engine);
      assertThat(rows(mail.account.value())).isZero();
      assertThat(rows(other.value())).isPositive();
      nothingIsLinked();
    }
  }

  @Test
  void whatAnUnfinishedCreationLeftIsNoAccount() {
    try (TestMail mail = new TestMail(engine)) {
      long next = mail.account.value() + 1;
      try (Batch batch = engine.partition(next).batch()) {
        batch.put(Schema.subscribedKey(MailboxName.INBOX), Codec.empty());
        batch.commit(Durability.SYNC);
      }
      AccountId made = mail.store.accounts().create("next", "x", QuotaLimits.NONE).id();
      assertThat(made.value()).isEqualTo(next);
      assertThat(mail.store.subscriptions(made)).isEmpty();
    }
  }
}
