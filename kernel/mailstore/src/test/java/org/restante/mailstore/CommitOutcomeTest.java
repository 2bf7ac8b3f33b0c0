package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.StorageFull;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.account.FaultyEngine;
import org.restante.message.UidSet;
import org.restante.refusal.DiskFull;
import org.restante.refusal.LimitReached;
import org.restante.refusal.StoreUnavailable;
import org.restante.testkit.engine.MemoryEngine;

/**
 * Commits that fail, that nobody knows the end of, that are too large, that others got in front of.
 */
final class CommitOutcomeTest {
  private final FaultyEngine engine = new FaultyEngine(new MemoryEngine(MemoryEngine.DISTRIBUTED));

  private static void agrees(TestMail mail, long messages) {
    assertThat(mail.mailbox("INBOX").exists()).isEqualTo(messages);
    assertThat(mail.store.view(mail.inbox()).exists()).isEqualTo(messages);
    assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
  }

  @Test
  void aCommitThatFailsChangesNothing() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(1);
      mail.store.view(mail.inbox());
      engine.next(
          real -> {
            throw new EngineException("the disk is full", null);
          });
      assertThatThrownBy(() -> mail.append(1))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("full");
      agrees(mail, 1);
      assertThat(mail.append(1)).isEqualTo(UidSet.of(2));
      agrees(mail, 2);
    }
  }

  @Test
  void aFullDiskIsARefusalOfItsOwnAndReadersGoOn() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(2);
      engine.next(CommitOutcomeTest::full);
      assertThatThrownBy(() -> mail.append(1)).isInstanceOf(DiskFull.class);
      agrees(mail, 2);
      engine.next(CommitOutcomeTest::full);
      assertThat(mail.store.claimRecent(mail.inbox())).isEqualTo(1);
      assertThat(mail.store.claimRecent(mail.inbox())).isEqualTo(1); // nobody has claimed them
      assertThat(mail.store.claimRecent(mail.inbox())).isEqualTo(3);
      assertThat(mail.append(1)).isEqualTo(UidSet.of(3));
      agrees(mail, 3);
    }
  }

  @Test
  void readersGoOnWhereTheDiskTakesNoWritesForAnotherReason() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(2);
      engine.next(
          real -> {
            throw new EngineException("writes are refused", null);
          });
      assertThat(mail.store.claimRecent(mail.inbox())).isEqualTo(1);
      assertThat(mail.store.claimRecent(mail.inbox())).isEqualTo(1); // nobody has claimed them
      assertThat(mail.store.claimRecent(mail.inbox())).isEqualTo(3);
      agrees(mail, 2);
    }
  }

  private static CommitResult full(Supplier<CommitResult> real) {
    throw new StorageFull("the disk is full", null);
  }

  @Test
  void anUnknownEndThatWasACommitIsFoundOut() {
    try (TestMail mail = new TestMail(engine)) {
      mail.append(1);
      engine.next(
          real -> {
            assertThat(real.get()).isEqualTo(CommitResult.COMMITTED);
            return CommitResult.UNKNOWN;
          });
      assertThat(mail.append(1)).isEqualTo(UidSet.of(2));
      agrees(mail, 2);
    }
  }

  @Test
  void anUnknownEndThatWasNoneIsMadeAgain() {
    try (TestMail mail = new TestMail(engine)) {
      engine.next(real -> CommitResult.UNKNOWN);
      assertThat(mail.append(1)).isEqualTo(UidSet.of(1));
      engine.next(real -> CommitResult.GUARD_FAILED);
      assertThat(mail.append(1)).isEqualTo(UidSet.of(2));
      agrees(mail, 2);
    }
  }

  @Test
  void whatHasToBeOneCommitAndIsTooLargeIsRefusedWhole() {
    try (TestMail mail = new TestMail(engine)) {
      for (int i = 0; i < 5; i++) {
        mail.append(200);
      }
      MailboxName name = MailboxName.parse("copies", '/');
      MailboxRef copies = mail.store.create(mail.account, name, Optional.empty()).ref();
      assertThatThrownBy(() -> mail.store.copy(mail.inbox(), UidSet.ALL, copies))
          .isInstanceOf(LimitReached.class);
      assertThat(mail.store.view(copies).exists()).isZero();
      agrees(mail, 1_000);
      UidSet removed = mail.store.expunge(mail.inbox(), UidSet.ALL, ExpungeScope.ALL);
      assertThat(removed).isEqualTo(UidSet.range(1, 1_000)); // several commits
      agrees(mail, 0);
    }
  }

  @Test
  void twoStoresOnOneEngineDoNotHarmEachOther() throws Exception {
    try (TestMail one = new TestMail(engine);
        TestMail two = new TestMail(engine);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      assertThat(two.account).isEqualTo(one.account);
      List<Callable<UidSet>> calls = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        calls.add(() -> one.append(1));
        calls.add(() -> two.append(1));
      }
      UidSet uids = UidSet.EMPTY;
      for (Future<UidSet> call : threads.invokeAll(calls)) {
        uids = uids.union(call.get());
      }
      assertThat(uids).isEqualTo(UidSet.range(1, 60));
      agrees(one, 60);
      agrees(two, 60);
    }
  }
}
