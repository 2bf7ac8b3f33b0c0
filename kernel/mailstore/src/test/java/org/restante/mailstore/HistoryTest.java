package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailbox.MailboxChanges.HistoryTrimmed;
import org.restante.mailbox.MailboxChanges.Known;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailstore.account.FaultyEngine;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.ExpungedRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.UidSet;
import org.restante.testkit.engine.MemoryEngine;

/** The logs end somewhere, and say so. */
final class HistoryTest {

  private static MailboxChanges changes(TestMail mail, long modSeq) {
    try (MailboxSnapshot snapshot = mail.store.snapshot(mail.inbox())) {
      return snapshot.changesSince(modSeq);
    }
  }

  private static long expunge(TestMail mail, long uid) {
    mail.store.expunge(mail.inbox(), UidSet.of(uid), ExpungeScope.ALL);
    return mail.mailbox("INBOX").highestModSeq();
  }

  @Test
  void pastTheNumberOfRememberedExpungesHistoryIsTrimmed() {
    MailStoreSettings settings = MailStoreSettings.builder().expungedRows(3).build();
    try (TestMail mail = new TestMail(new MemoryEngine(), settings)) {
      mail.append(10);
      long start = mail.mailbox("INBOX").highestModSeq();
      List<Long> modSeqs = new ArrayList<>();
      for (long uid = 1; uid <= 5; uid++) {
        modSeqs.add(expunge(mail, uid));
      }
      assertThat(changes(mail, start)).isEqualTo(new HistoryTrimmed(UidSet.EMPTY));
      assertThat(changes(mail, modSeqs.get(0))).isEqualTo(new HistoryTrimmed(UidSet.EMPTY));
      assertThat(changes(mail, modSeqs.get(1)))
          .isEqualTo(new Known(UidSet.EMPTY, UidSet.range(3, 5)));
      assertThat(changes(mail, 0)).isEqualTo(new HistoryTrimmed(UidSet.range(6, 10)));
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
  }

  @Test
  void expungesThatAreTooOldAreForgotten() {
    MemoryEngine engine = new MemoryEngine();
    try (TestMail mail = new TestMail(engine)) {
      mail.append(3);
      long first = expunge(mail, 1);
      long inbox = mail.inbox().mailbox();
      try (Batch batch = engine.partition(mail.account.value()).batch()) {
        ExpungedRow old = new ExpungedRow(0, UidSet.of(1));
        batch
            .put(Schema.expungedKey(inbox, first, 0), Codec.write(old))
            .commit(Durability.BUFFERED);
      }
      expunge(mail, 2);
      assertThat(changes(mail, first - 1)).isEqualTo(new HistoryTrimmed(UidSet.EMPTY));
      assertThat(changes(mail, first)).isEqualTo(new Known(UidSet.EMPTY, UidSet.of(2)));
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
  }

  @Test
  void theChangeLogHoldsSoManyCommits() {
    MemoryEngine engine = new MemoryEngine();
    MailStoreSettings settings = MailStoreSettings.builder().changeRows(10).build();
    try (TestMail mail = new TestMail(engine, settings)) {
      for (int i = 0; i < 600; i++) {
        mail.append(1);
      }
      int rows =
          engine
              .partition(mail.account.value())
              .scan(Schema.changes(), Order.ASCENDING, 10_000, (key, value) -> true);
      assertThat(rows).isBetween(10, 300);
    }
  }

  @Test
  void noTwoRangesThatAreForgottenHaveAPartInCommon() {
    FaultyEngine engine = new FaultyEngine(new MemoryEngine());
    MailStoreSettings settings = MailStoreSettings.builder().changeRows(10).expungedRows(3).build();
    try (TestMail mail = new TestMail(engine, settings)) {
      mail.append(1500).stream().forEach(uid -> expunge(mail, uid));
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
    List<KeyRange> deleted = engine.deletedRanges();
    assertThat(deleted).hasSizeBetween(5, 6);
    for (int i = 1; i < deleted.size(); i++) {
      byte[] end = Objects.requireNonNull(deleted.get(i - 1).to());
      assertThat(Arrays.compareUnsigned(end, deleted.get(i).from())).isNotPositive();
    }
  }
}
