package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import org.junit.jupiter.api.Test;
import org.restante.account.QuotaUsage;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Expunge. */
interface ExpungeContract extends StoreUnderTest {

  @Test
  default void onlyThoseMarkedDeletedAreRemoved() {
    append(inbox(), "one", "two", "three", "four");
    flag(inbox(), uids(2, 4), SystemFlag.DELETED);
    assertThat(store().expunge(inbox(), UidSet.range(1, 3), ExpungeScope.DELETED_ONLY))
        .isEqualTo(uids(2));
    assertThat(uidsOf(inbox())).isEqualTo(uids(1, 3, 4));
    assertThat(store().expunge(inbox(), UidSet.ALL, ExpungeScope.DELETED_ONLY)).isEqualTo(uids(4));
  }

  @Test
  default void allOfASetAreRemoved() {
    append(inbox(), "one", "two", "three");
    assertThat(store().expunge(inbox(), uids(1, 3, 5), ExpungeScope.ALL)).isEqualTo(uids(1, 3));
    assertThat(uidsOf(inbox())).isEqualTo(uids(2));
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      assertThat(snapshot.message(1)).isEmpty();
      assertThat(snapshot.message(2)).isPresent();
    }
  }

  @Test
  default void countersAndUsageFallAndUidsAreNotUsedAgain() {
    append(inbox(), "one", "two");
    append(inbox(), Flags.of(SystemFlag.DELETED, SystemFlag.SEEN), "three");
    Mailbox before = mailbox("INBOX");
    expunge(inbox(), uids(2, 3));
    Mailbox after = mailbox("INBOX");
    assertThat(after.exists()).isEqualTo(1);
    assertThat(after.unseen()).isEqualTo(1);
    assertThat(after.deleted()).isZero();
    assertThat(after.uidNext()).isEqualTo(before.uidNext());
    assertThat(after.highestModSeq()).isGreaterThan(before.highestModSeq());
    QuotaUsage usage = store().usage(account());
    assertThat(usage.octets()).isEqualTo(after.octets()).isPositive();
    assertThat(usage.messages()).isEqualTo(1);
    assertThat(append(inbox(), "four")).isEqualTo(uids(4));
  }

  @Test
  default void expungingNothingChangesNothing() {
    append(inbox(), "one");
    Mailbox before = mailbox("INBOX");
    assertThat(store().expunge(inbox(), UidSet.ALL, ExpungeScope.DELETED_ONLY).isEmpty()).isTrue();
    assertThat(expunge(inbox(), UidSet.EMPTY).isEmpty()).isTrue();
    assertThat(mailbox("INBOX")).isEqualTo(before);
  }

  @Test
  default void whatOthersShareStays() {
    append(inbox(), "same", "same");
    expunge(inbox(), uids(1));
    assertThat(text(inbox(), 2)).contains("same");
  }

  @Test
  default void manyAreRemovedHoweverManyCommitsItTakes() {
    for (int i = 0; i < 30; i++) {
      append(inbox(), "a" + i, "b" + i, "c" + i, "d" + i, "e" + i, "f" + i, "g" + i, "h" + i);
    }
    UidSet odd =
        UidSet.of(UidSet.range(1, 240).stream().filter(uid -> uid % 2 == 1).boxed().toList());
    assertThat(expunge(inbox(), odd)).isEqualTo(odd);
    assertThat(mailbox("INBOX").exists()).isEqualTo(120);
    assertThat(expunge(inbox(), UidSet.ALL).count()).isEqualTo(120);
    assertThat(store().usage(account()).octets()).isZero();
  }
}
