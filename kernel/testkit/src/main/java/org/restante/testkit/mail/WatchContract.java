package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.mail.StoreUnderTest.name;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.mail.Change;
import org.restante.mail.Watch;
import org.restante.mailbox.MailboxRef;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Watches: word of every commit, in commit order. */
interface WatchContract extends StoreUnderTest {

  @Test
  default void everyMutationGivesWordOfItself() {
    MailboxRef inbox = inbox();
    List<Change> heard = new CopyOnWriteArrayList<>();
    try (Watch watch = store().watch(account(), heard::add)) {
      assertThat(watch).isNotNull();
      MailboxRef box = create("box");
      append(inbox, "one", "two");
      flag(inbox, uids(1), SystemFlag.SEEN);
      store().copy(inbox, uids(1), box);
      expunge(box, UidSet.ALL);
      store().rename(account(), name("box"), name("other"));
      store().subscribe(account(), name("other"), true);
      store().delete(account(), name("other"));
      assertThat(heard)
          .extracting(Change::mailbox)
          .containsExactly(box, inbox, inbox, box, box, box, box, box);
      assertThat(heard)
          .extracting(Change::kind)
          .containsExactly(
              Change.Kind.MAILBOX,
              Change.Kind.MESSAGES,
              Change.Kind.MESSAGES,
              Change.Kind.MESSAGES,
              Change.Kind.MESSAGES,
              Change.Kind.MAILBOX,
              Change.Kind.MAILBOX,
              Change.Kind.DELETED);
      assertThat(heard).extracting(Change::modSeq).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  default void wordComesAfterTheCommitIsVisibleAndBeforeTheCallReturns() {
    append(inbox(), "one");
    MailboxRef inbox = inbox();
    List<Long> modSeqs = new CopyOnWriteArrayList<>();
    try (Watch watch = store().watch(account(), change -> modSeqs.add(change.modSeq()))) {
      flag(inbox, uids(1), SystemFlag.SEEN);
      assertThat(watch).isNotNull();
      assertThat(modSeqs).containsExactly(mailbox("INBOX").highestModSeq());
    }
  }

  @Test
  default void aMoveGivesWordOfBothMailboxes() {
    MailboxRef inbox = inbox();
    MailboxRef box = create("box");
    append(inbox, "one");
    List<MailboxRef> heard = new CopyOnWriteArrayList<>();
    try (Watch watch = store().watch(account(), change -> heard.add(change.mailbox()))) {
      store().move(inbox, uids(1), box);
      assertThat(watch).isNotNull();
    }
    assertThat(heard).containsExactlyInAnyOrder(inbox, box);
  }

  @Test
  default void aClosedWatchHearsNothingAndOtherAccountsAreNotHeard() {
    Account other = world().accounts().create("other", "hash", QuotaLimits.NONE);
    List<Change> heard = new CopyOnWriteArrayList<>();
    Watch watch = store().watch(account(), heard::add);
    append(store().mailboxes(other.id()).getFirst().ref(), "not mine");
    watch.close();
    watch.close();
    append(inbox(), "one");
    assertThat(heard).isEmpty();
  }

  @Test
  default void aListenerThatFailsHarmsNobody() {
    List<Change> heard = new CopyOnWriteArrayList<>();
    try (Watch broken =
            store()
                .watch(
                    account(),
                    change -> {
                      throw new IllegalStateException("a listener fails");
                    });
        Watch sound = store().watch(account(), heard::add)) {
      append(inbox(), "one");
      assertThat(broken).isNotSameAs(sound);
    }
    assertThat(heard).hasSize(1);
    assertThat(mailbox("INBOX").exists()).isEqualTo(1);
  }

  @Test
  default void manyWritersAreHeardInTheOrderOfTheirModSeqs() throws Exception {
    MailboxRef inbox = inbox();
    List<Long> modSeqs = new CopyOnWriteArrayList<>();
    try (Watch watch = store().watch(account(), change -> modSeqs.add(change.modSeq()))) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<UidSet> writer : threads.invokeAll(Collections.nCopies(8, tenAppends(inbox)))) {
          assertThat(writer.get().count()).isEqualTo(10);
        }
      }
      assertThat(watch).isNotNull();
    }
    assertThat(modSeqs).hasSize(80).isSorted().doesNotHaveDuplicates();
    assertThat(uidsOf(inbox)).isEqualTo(UidSet.range(1, 80));
    assertThat(mailbox("INBOX").exists()).isEqualTo(80);
  }

  private Callable<UidSet> tenAppends(MailboxRef mailbox) {
    return () -> {
      UidSet uids = UidSet.EMPTY;
      for (int i = 0; i < 10; i++) {
        uids = uids.union(append(mailbox, "one"));
      }
      return uids;
    };
  }
}
