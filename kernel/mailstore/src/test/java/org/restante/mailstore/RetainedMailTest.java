package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.blob.BlobFigures;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.meter.MailMeters;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.mailstore.settings.Retentions;
import org.restante.message.UidSet;
import org.restante.testkit.engine.MemoryEngine;

/** Retained mail is counted, found sound, and goes after its time, by itself. */
final class RetainedMailTest {
  private static final MailboxName BOX = MailboxName.parse("box", '/');
  private static final MailStoreSettings SETTINGS =
      MailStoreSettings.builder().engineWait(Duration.ofSeconds(20)).build();
  private static final MailStoreSettings NOTHING =
      MailStoreSettings.builder()
          .engineWait(Duration.ofSeconds(20))
          .retention(Retentions.NONE)
          .build();

  private MemoryEngine engine = new MemoryEngine();

  private static double gauge(TestMail mail, MailMeters meter, String tag, String value) {
    return mail.registry.get(meter.meter()).tag(tag, value).gauge().value();
  }

  private static void sizes(TestMail mail, long octets, int live, int retained) {
    assertThat(gauge(mail, MailMeters.STORAGE_SIZE, "kind", "live")).isEqualTo(octets * live);
    assertThat(gauge(mail, MailMeters.STORAGE_SIZE, "kind", "retained"))
        .isEqualTo(octets * retained);
    assertThat(gauge(mail, MailMeters.STORAGE_SIZE, "kind", "logical"))
        .isEqualTo(octets * (live + retained));
    assertThat(gauge(mail, MailMeters.STORAGE_MESSAGES, "state", "live")).isEqualTo(live);
    assertThat(gauge(mail, MailMeters.STORAGE_MESSAGES, "state", "retained")).isEqualTo(retained);
  }

  private static void pass(TestMail mail, Instant now) {
    mail.store.core().purge(now);
  }

  private int rows(long partition) {
    return engine
        .partition(partition)
        .scan(KeyRange.all(), Order.ASCENDING, Integer.MAX_VALUE, (key, value) -> true);
  }

  /** Ten letters: two expunged, three in a deleted mailbox, five in INBOX. */
  private static long tenLetters(TestMail mail) {
    MailboxRef box = mail.store.create(mail.account, BOX, Optional.empty()).ref();
    mail.append(10);
    long octets = mail.mailbox("INBOX").octets() / 10;
    mail.store.expunge(mail.inbox(), UidSet.range(1, 2), ExpungeScope.ALL);
    mail.store.move(mail.inbox(), UidSet.range(3, 5), box);
    mail.store.delete(mail.account, BOX);
    return octets;
  }

  @Test
  void whatIsRetainedIsCountedAndSound() {
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      long octets = tenLetters(mail);
      sizes(mail, octets, 5, 5);
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
      mail.store.retention().restoreMailbox(mail.account, 2, BOX);
      sizes(mail, octets, 8, 2);
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
      mail.store.accounts().delete(mail.account);
      sizes(mail, octets, 0, 10);
      mail.store.retention().restoreAccount(mail.account);
      sizes(mail, octets, 8, 2);
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
  }

  @Test
  void itIsCountedWhenTheEngineOpensAgain() {
    long octets;
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      octets = tenLetters(mail);
      mail.store.accounts().delete(mail.account);
    }
    engine = engine.reopen();
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      mail.store.core().resume();
      sizes(mail, octets, 0, 10);
      assertThat(mail.store.retention().accounts()).hasSize(1);
    }
  }

  @Test
  void itGoesAfterItsTime() {
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      long octets = tenLetters(mail);
      Instant now = Instant.now();
      pass(mail, now.plus(Duration.ofDays(6)));
      sizes(mail, octets, 5, 5);
      pass(mail, now.plus(Duration.ofDays(8)));
      sizes(mail, octets, 5, 3);
      pass(mail, now.plus(Duration.ofDays(31)));
      sizes(mail, octets, 5, 0);
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
      mail.store.accounts().delete(mail.account);
      pass(mail, now.plus(Duration.ofDays(29)));
      assertThat(mail.store.retention().accounts()).hasSize(1);
      pass(mail, now.plus(Duration.ofDays(31)));
      assertThat(mail.store.retention().accounts()).isEmpty();
      sizes(mail, octets, 0, 0);
      assertThat(rows(mail.account.value())).isZero();
      assertThat(rows(KeyValueEngine.SYSTEM_PARTITION)).isEqualTo(1);
    }
    engine.blobs().collect(Duration.ZERO);
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  @Test
  void manyGoInSlices() {
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      mail.append(1_000);
      mail.store.expunge(mail.inbox(), UidSet.ALL, ExpungeScope.ALL);
      mail.store.retention().purge(mail.account, Instant.now().plusSeconds(10));
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
    engine.blobs().collect(Duration.ZERO);
    assertThat(engine.blobs().figures().blobs()).isZero();
  }

  @Test
  void withoutRetentionNothingIsKept() {
    try (TestMail mail = new TestMail(engine, NOTHING)) {
      tenLetters(mail);
      assertThat(mail.store.retention().mailboxes(mail.account)).isEmpty();
      mail.store.retention().messages(mail.account, message -> fail("retained"));
      mail.store.accounts().delete(mail.account);
      assertThat(mail.store.retention().accounts()).isEmpty();
    }
  }
}
