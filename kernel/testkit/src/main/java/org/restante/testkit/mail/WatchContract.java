package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.mail.StoreUnderTest.name;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.mail.Change;
import org.restante.mail.ChangeListener;
import org.restante.mail.Watch;
import org.restante.mailbox.MailboxRef;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Watches: word of every commit, in commit order. */
interface WatchContract extends StoreUnderTest {

  @Test
  default void everyMutationGivesWordOfItself() {
    MailboxRef inbox = inbox();
    Heard heard = new Heard();
    try (Watch watch = store().watch(account(), heard)) {
      assertThat(watch).isNotNull();
      MailboxRef box = create("box");
      append(inbox, "one", "two");
      flag(inbox, uids(1), SystemFlag.SEEN);
      store().copy(inbox, uids(1), box);
      expunge(box, UidSet.ALL);
      store().rename(account(), name("box"), name("other"));
      store().subscribe(account(), name("other"), true);
      store().delete(account(), name("other"));
      List<Change> words = heard.take(8);
      assertThat(words)
          .extracting(Change::mailbox)
          .containsExactly(box, inbox, inbox, box, box, box, box, box);
      assertThat(words)
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
      assertThat(words).extracting(Change::modSeq).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  default void wordComesAfterTheCommitIsVisible() throws Exception {
    append(inbox(), "one");
    MailboxRef inbox = inbox();
    CompletableFuture<Boolean> visible = new CompletableFuture<>();
    ChangeListener listener =
        change ->
            visible.complete(
                change.modSeq() == store().view(inbox).mailbox().highestModSeq()
                    && flags(inbox, 1).has(SystemFlag.SEEN));
    try (Watch watch = store().watch(account(), listener)) {
      flag(inbox, uids(1), SystemFlag.SEEN);
      assertThat(watch).isNotNull();
      assertThat(visible.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  default void aMoveGivesWordOfBothMailboxes() {
    MailboxRef inbox = inbox();
    MailboxRef box = create("box");
    append(inbox, "one");
    Heard heard = new Heard();
    try (Watch watch = store().watch(account(), heard)) {
      store().move(inbox, uids(1), box);
      assertThat(watch).isNotNull();
      assertThat(heard.take(2)).extracting(Change::mailbox).containsExactlyInAnyOrder(inbox, box);
    }
  }

  @Test
  default void aClosedWatchHearsNothingAndOtherAccountsAreNotHeard() {
    Account other = world().accounts().create("other", "hash", QuotaLimits.NONE);
    Heard closed = new Heard();
    Heard open = new Heard();
    Watch watch = store().watch(account(), closed);
    try (Watch later = store().watch(account(), open)) {
      append(store().mailboxes(other.id()).getFirst().ref(), "not mine");
      watch.close();
      watch.close();
      append(inbox(), "one");
      assertThat(open.take(1)).extracting(Change::mailbox).containsExactly(inbox());
      assertThat(later).isNotSameAs(watch);
    }
    assertThat(closed.isEmpty()).isTrue();
  }

  @Test
  default void aListenerThatFailsHarmsNobody() {
    Heard heard = new Heard();
    try (Watch broken =
            store()
                .watch(
                    account(),
                    change -> {
                      throw new IllegalStateException("a listener fails");
                    });
        Watch sound = store().watch(account(), heard)) {
      append(inbox(), "one");
      assertThat(broken).isNotSameAs(sound);
      assertThat(heard.take(1)).hasSize(1);
    }
    assertThat(mailbox("INBOX").exists()).isEqualTo(1);
  }

  @Test
  default void aListenerThatBlocksHoldsNobodyUpAndIsToldWhatItMissed() throws Exception {
    MailboxRef inbox = inbox();
    append(inbox, "one");
    long before = mailbox("INBOX").highestModSeq();
    CountDownLatch block = new CountDownLatch(1);
    Heard slow = new Heard(block);
    Heard quick = new Heard();
    int commits = 2 * ChangeListener.WAITING + 10;
    try (Watch blocked = store().watch(account(), slow);
        Watch other = store().watch(account(), quick)) {
      for (int i = 0; i < commits; i++) {
        flag(inbox, uids(1), i % 2 == 0 ? SystemFlag.SEEN : SystemFlag.FLAGGED);
        store().updateFlags(inbox, uids(1), new FlagUpdate(FlagUpdate.Mode.REPLACE, Flags.NONE));
      }
      assertThat(blocked).isNotSameAs(other);
      long last = mailbox("INBOX").highestModSeq();
      quick.takeUntil(last);
      block.countDown();
      List<Change> words = slow.takeUntil(last);
      assertThat(words.size()).isLessThanOrEqualTo(ChangeListener.WAITING + 2);
      Change dropped =
          words.stream().filter(w -> w.kind() == Change.Kind.RESYNC).findFirst().orElseThrow();
      assertThat(dropped.mailbox()).isEqualTo(new MailboxRef(account(), 0));
      assertThat(dropped.modSeq()).isBetween(before, before + 1);
      assertThat(words).extracting(Change::modSeq).isSorted();
    }
  }

  @Test
  default void manyWritersAreHeardInTheOrderOfTheirModSeqs() throws Exception {
    MailboxRef inbox = inbox();
    Heard heard = new Heard();
    try (Watch watch = store().watch(account(), heard)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<UidSet> writer : threads.invokeAll(Collections.nCopies(8, tenAppends(inbox)))) {
          assertThat(writer.get().count()).isEqualTo(10);
        }
      }
      assertThat(watch).isNotNull();
      assertThat(heard.take(80)).extracting(Change::modSeq).isSorted().doesNotHaveDuplicates();
    }
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
