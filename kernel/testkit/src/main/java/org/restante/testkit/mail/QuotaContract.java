package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.letter;
import static org.restante.testkit.mail.StoreUnderTest.name;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.restante.account.QuotaLimits;
import org.restante.account.QuotaUsage;
import org.restante.mailbox.MailboxRef;
import org.restante.message.UidSet;
import org.restante.refusal.OverQuota;
import org.restante.refusal.OverQuota.Resource;

/** The quota is part of every commit. */
interface QuotaContract extends StoreUnderTest {

  private void limit(long octets, long messages) {
    world().accounts().setQuota(account(), new QuotaLimits(octets, messages));
  }

  private static void over(Resource resource, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OverQuota.class, refusal -> assertThat(refusal.resource()).isEqualTo(resource));
  }

  @Test
  default void usageIsTheSumOfTheSizes() {
    append(inbox(), "one", "three");
    long octets = (long) letter("one").length + letter("three").length;
    assertThat(store().usage(account())).isEqualTo(new QuotaUsage(octets, 2, QuotaLimits.NONE));
    MailboxRef box = create("box");
    store().copy(inbox(), uids(1), box);
    assertThat(store().usage(account()).octets()).isEqualTo(octets + letter("one").length);
    store().delete(account(), name("box"));
    expunge(inbox(), UidSet.ALL);
    assertThat(store().usage(account())).isEqualTo(new QuotaUsage(0, 0, QuotaLimits.NONE));
  }

  @Test
  default void whatDoesNotFitIsRefusedAndNothingIsThere() {
    long size = letter("one").length;
    limit(2 * size, QuotaLimits.UNLIMITED);
    append(inbox(), "one");
    over(Resource.STORAGE, () -> append(inbox(), "one", "two"));
    over(Resource.STORAGE, () -> append(inbox(), "longer than three octets"));
    assertThat(mailbox("INBOX").exists()).isEqualTo(1);
    assertThat(mailbox("INBOX").uidNext()).isEqualTo(2);
    assertThat(append(inbox(), "two")).isEqualTo(uids(2));
    assertThat(store().usage(account()).octets()).isEqualTo(2 * size);
  }

  @Test
  default void theNumberOfMessagesIsLimitedToo() {
    limit(QuotaLimits.UNLIMITED, 2);
    append(inbox(), "one", "two");
    over(Resource.MESSAGE, () -> append(inbox(), "three"));
    expunge(inbox(), uids(1));
    assertThat(append(inbox(), "three")).isEqualTo(uids(3));
  }

  @Test
  default void copiesCountAndMovesDoNot() {
    limit(QuotaLimits.UNLIMITED, 2);
    MailboxRef box = create("box");
    append(inbox(), "one", "two");
    over(Resource.MESSAGE, () -> store().copy(inbox(), uids(1), box));
    assertThat(mailbox("box").exists()).isZero();
    store().move(inbox(), UidSet.ALL, box);
    assertThat(mailbox("box").exists()).isEqualTo(2);
  }

  @Test
  default void aUsageAboveTheLimitsOnlyRefusesNewMail() {
    append(inbox(), "one", "two", "three");
    limit(1, 1);
    over(Resource.STORAGE, () -> append(inbox(), "four"));
    MailboxRef box = create("box");
    store().move(inbox(), uids(1), box);
    assertThat(expunge(inbox(), uids(2))).isEqualTo(uids(2));
    store().delete(account(), name("box"));
    assertThat(store().usage(account()).messages()).isEqualTo(1);
    limit(QuotaLimits.UNLIMITED, QuotaLimits.UNLIMITED);
    assertThat(append(inbox(), "four")).isEqualTo(uids(4));
  }
}
