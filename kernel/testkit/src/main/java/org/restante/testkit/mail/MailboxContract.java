package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.name;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.SpecialUse;
import org.restante.message.UidSet;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.NotPermitted;

/** Mailboxes: create, delete, subscribe, and the counters. */
interface MailboxContract extends StoreUnderTest {

  @Test
  default void aNewMailboxIsEmptyAndHasModSeqAndUidValidity() {
    Mailbox made = store().create(account(), name("Sent"), Optional.of(SpecialUse.SENT));
    assertThat(made).isEqualTo(mailbox("Sent"));
    assertThat(made.specialUse()).contains(SpecialUse.SENT);
    assertThat(made.uidNext()).isEqualTo(1);
    assertThat(made.uidValidity()).isBetween(1L, 0xffff_ffffL);
    assertThat(made.highestModSeq()).isGreaterThanOrEqualTo(1);
    assertThat(made.exists() + made.unseen() + made.deleted() + made.octets()).isZero();
    assertThat(mailbox("INBOX").highestModSeq()).isGreaterThanOrEqualTo(1);
  }

  @Test
  default void mailboxesAreListedByNameAndNamesAboveAreNotCreated() {
    create("b/c/d");
    create("a");
    assertThat(names()).containsExactly("INBOX", "a", "b/c/d");
    assertThat(store().mailbox(account(), name("b"))).isEmpty();
  }

  @Test
  default void aNameIsTakenOnceAndInboxInEveryCase() {
    create("a");
    assertThatThrownBy(() -> create("a")).isInstanceOf(MailboxExists.class);
    assertThatThrownBy(() -> create("inBox")).isInstanceOf(MailboxExists.class);
    create("A");
    assertThat(mailbox("inbox").ref()).isEqualTo(inbox());
  }

  @Test
  default void aDeletedMailboxIsGoneWithItsMessagesAndThoseBelowStay() {
    MailboxRef a = create("a");
    create("a/b");
    append(a, "one", "two");
    append(inbox(), "three");
    store().delete(account(), name("a"));
    assertThat(names()).containsExactly("INBOX", "a/b");
    assertThat(store().usage(account()).messages()).isEqualTo(1);
    assertThatThrownBy(() -> store().view(a)).isInstanceOf(NoSuchMailbox.class);
    assertThatThrownBy(() -> store().snapshot(a)).isInstanceOf(NoSuchMailbox.class);
    assertThatThrownBy(() -> append(a, "late")).isInstanceOf(NoSuchMailbox.class);
    assertThatThrownBy(() -> expunge(a, UidSet.ALL)).isInstanceOf(NoSuchMailbox.class);
  }

  @Test
  default void inboxCantBeDeletedAndWhatIsNotThereNeither() {
    assertThatThrownBy(() -> store().delete(account(), MailboxName.INBOX))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> store().delete(account(), name("none")))
        .isInstanceOf(NoSuchMailbox.class);
  }

  @Test
  default void aNameThatIsUsedAgainHasAnotherIdAndAHigherUidValidity() {
    long uidValidity = 0;
    long id = 0;
    for (int i = 0; i < 5; i++) {
      Mailbox made = store().create(account(), name("again"), Optional.empty());
      assertThat(made.uidValidity()).isGreaterThan(uidValidity);
      assertThat(made.ref().mailbox()).isGreaterThan(id);
      assertThat(made.exists()).isZero();
      uidValidity = made.uidValidity();
      id = made.ref().mailbox();
      append(made.ref(), "content");
      store().delete(account(), name("again"));
    }
  }

  @Test
  default void subscriptionsAreOfNamesWithOrWithoutAMailbox() {
    store().subscribe(account(), name("inbox"), true);
    store().subscribe(account(), name("not/there"), true);
    store().subscribe(account(), name("not/there"), true);
    assertThat(store().subscriptions(account()))
        .containsExactlyInAnyOrder(MailboxName.INBOX, name("not/there"));
    store().subscribe(account(), name("not/there"), false);
    store().subscribe(account(), name("never"), false);
    assertThat(store().subscriptions(account())).containsExactly(MailboxName.INBOX);
    create("gone");
    store().subscribe(account(), name("gone"), true);
    store().delete(account(), name("gone"));
    assertThat(store().subscriptions(account())).contains(name("gone"));
  }

  @Test
  default void messagesThatNobodyClaimedAreRecentForOne() {
    append(inbox(), "one", "two");
    assertThat(store().claimRecent(inbox())).isEqualTo(1);
    assertThat(store().claimRecent(inbox())).isEqualTo(3);
    append(inbox(), "three");
    assertThat(store().claimRecent(inbox())).isEqualTo(3);
    assertThat(store().claimRecent(inbox())).isEqualTo(4);
  }
}
