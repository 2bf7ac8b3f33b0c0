package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.restante.account.QuotaLimits;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.meter.MailMeters;
import org.restante.message.UidSet;
import org.restante.refusal.OverQuota;
import org.restante.testkit.engine.MemoryEngine;

/** The meters agree with what was done. */
final class MetersTest {

  /** How the simple registry shows the buckets of a timer. */
  private static final String HISTOGRAM = ".histogram";

  private static double value(TestMail mail, MailMeters meter, String... tags) {
    return mail.registry
        .get(meter.meter())
        .tags(tags)
        .meter()
        .measure()
        .iterator()
        .next()
        .getValue();
  }

  @Test
  void everyMeterIsThereFromTheStartAndNoOther() {
    try (TestMail mail = new TestMail(new MemoryEngine())) {
      assertThat(
              mail.registry.getMeters().stream()
                  .map(meter -> meter.getId().getName())
                  .filter(name -> !name.endsWith(HISTOGRAM))
                  .collect(Collectors.toSet()))
          .isEqualTo(
              Arrays.stream(MailMeters.values())
                  .map(MailMeters::meter)
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void storageFollowsEveryCommit() {
    MemoryEngine engine = new MemoryEngine();
    try (TestMail mail = new TestMail(engine)) {
      mail.append(3);
      long octets = mail.mailbox("INBOX").octets();
      storage(mail, octets, 3, 1, 3);
      mail.store.create(mail.account, MailboxName.parse("a", '/'), Optional.empty());
      mail.seen(UidSet.of(1));
      storage(mail, octets, 3, 2, 2);
      mail.store.bindEngine(engine);
      storage(mail, octets, 3, 2, 2);
      mail.store.delete(mail.account, MailboxName.parse("a", '/'));
      mail.store.expunge(mail.inbox(), UidSet.ALL, ExpungeScope.ALL);
      storage(mail, 0, 0, 1, 0);
      mail.store.accounts().delete(mail.account);
      storage(mail, 0, 0, 0, 0);
      assertThat(value(mail, MailMeters.STORAGE_ACCOUNTS)).isZero();
    }
  }

  private static void storage(
      TestMail mail, long octets, long messages, long mailboxes, long unread) {
    assertThat(
            List.of(
                value(mail, MailMeters.STORAGE_SIZE, "kind", "logical"),
                value(mail, MailMeters.STORAGE_SIZE, "kind", "live"),
                value(mail, MailMeters.STORAGE_SIZE, "kind", "retained"),
                value(mail, MailMeters.STORAGE_MESSAGES, "state", "live"),
                value(mail, MailMeters.STORAGE_MAILBOXES),
                value(mail, MailMeters.STORAGE_UNREAD)))
        .containsExactly(
            (double) octets,
            (double) octets,
            0.0,
            (double) messages,
            (double) mailboxes,
            (double) unread);
  }

  @Test
  void appendsFlagsViewsAndRejectionsAreCounted() {
    try (TestMail mail = new TestMail(new MemoryEngine())) {
      mail.append(2);
      mail.append(1);
      assertThat(value(mail, MailMeters.APPEND, "source", "append")).isEqualTo(2);
      assertThat(value(mail, MailMeters.APPEND_SIZE, "source", "append")).isEqualTo(3);
      mail.seen(UidSet.ALL);
      assertThat(value(mail, MailMeters.FLAGS_UPDATED, "source", "store")).isEqualTo(3);
      assertThat(value(mail, MailMeters.VIEW_MEMORY)).isZero();
      mail.store.view(mail.inbox());
      assertThat(value(mail, MailMeters.VIEW_MEMORY)).isPositive();
      mail.store.accounts().setQuota(mail.account, new QuotaLimits(1_000_000, 4));
      assertThat(value(mail, MailMeters.QUOTA_ACCOUNTS, "resource", "message", "band", "50_80"))
          .isEqualTo(1);
      assertThatThrownBy(() -> mail.append(2)).isInstanceOf(OverQuota.class);
      assertThat(
              value(mail, MailMeters.QUOTA_REJECTIONS, "resource", "message", "protocol", "append"))
          .isEqualTo(1);
      mail.store.accounts().setQuota(mail.account, new QuotaLimits(1, 2));
      assertThat(value(mail, MailMeters.QUOTA_ACCOUNTS, "resource", "storage", "band", "over"))
          .isEqualTo(1);
      assertThat(value(mail, MailMeters.QUOTA_ACCOUNTS, "resource", "storage", "band", "lt50"))
          .isZero();
    }
  }

  @Test
  void gaugesGoWithTheStoreAndCountersStay() {
    TestMail mail = new TestMail(new MemoryEngine());
    mail.append(1);
    mail.close();
    assertThat(mail.registry.getMeters())
        .extracting(Meter::getId)
        .filteredOn(id -> !id.getName().endsWith(HISTOGRAM))
        .extracting(Meter.Id::getType)
        .isNotEmpty()
        .doesNotContain(Meter.Type.GAUGE);
    assertThat(value(mail, MailMeters.APPEND, "source", "append")).isEqualTo(1);
  }
}
