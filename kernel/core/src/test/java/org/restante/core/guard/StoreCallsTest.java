package org.restante.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.restante.core.configuration.Defaults;

/** Threads that the store starts while a plugin calls it are not taken for the plugin's. */
final class StoreCallsTest {
  private final PluginGuard guard = guard(Map.of());
  private final StoreCalls calls = new StoreCalls(guard);

  @Test
  void aThreadOfThePluginIsKnown() throws Exception {
    try (RunningTurn turn = guard.begin()) {
      assertThat(turn.thread()).isSameAs(Thread.currentThread());
      assertThat(markOfNewThread()).isTrue();
    }
    assertThat(markOfNewThread()).isFalse();
  }

  @Test
  void aThreadOfTheStoreIsNobodysWhateverTheCall() throws Exception {
    AutoCloseable reading = () -> {};
    try (RunningTurn turn = guard.begin()) {
      assertThat(calls.<Boolean>call(false, StoreCallsTest::markOfNewThread)).isFalse();
      assertThat(calls.<Boolean>call(true, StoreCallsTest::markOfNewThread)).isFalse();
      calls.opened(reading);
      assertThat(calls.<Boolean>close(reading, StoreCallsTest::markOfNewThread)).isFalse();
      assertThat(markOfNewThread()).isTrue();
      assertThat(turn.isDue()).isFalse();
    }
  }

  @Test
  void aVisitorIsThePluginsCode() throws Exception {
    try (RunningTurn turn = guard.begin()) {
      Callable<Boolean> scan = () -> calls.visit(StoreCallsTest::markOfThis);
      assertThat(calls.call(false, scan)).isTrue();
      assertThat(turn.isDue()).isFalse();
    }
  }

  @Test
  void whatIsOpenIsClosedForAStoppedPluginToo() throws Exception {
    AutoCloseable reading = () -> {};
    try (RunningTurn turn = guard.begin()) {
      calls.opened(reading);
      guard.stop("for the test");
      assertThat(calls.<String>close(reading, () -> "closed")).isEqualTo("closed");
      assertThat(turn.isDue()).isFalse();
    }
  }

  /** One may run, one may be in the store; all three get both, whoever comes first. */
  @Test
  @Timeout(60)
  void whoComesBackToTheStoreDoesNotKeepOthersFromRunning() throws Exception {
    PluginGuard narrow = guard(Map.of("turns", 1, "storeCalls", 1, "storeWaitMillis", 600_000));
    CountDownLatch visiting = new CountDownLatch(1);
    CountDownLatch clientReads = new CountDownLatch(1);
    CountDownLatch committing = new CountDownLatch(1);
    CountDownLatch committed = new CountDownLatch(1);
    Thread returning = Thread.ofVirtual().start(() -> visit(narrow, visiting, clientReads));
    visiting.await();
    Thread writing = Thread.ofVirtual().start(() -> commit(narrow, committing, committed));
    committing.await();
    Thread next = Thread.ofVirtual().start(() -> commit(narrow, committing, committed));
    awaitParked(next);
    clientReads.countDown();
    awaitParked(returning);
    committed.countDown();
    for (Thread each : List.of(writing, next, returning)) {
      each.join();
    }
    assertThat(narrow.busy()).isFalse();
  }

  @Test
  @Timeout(60)
  void readingsOfManyMessagesWaitBeforeTheyBegin() throws Exception {
    PluginGuard narrow = guard(Map.of("turns", 4, "longReadings", 1));
    StoreCalls store = new StoreCalls(narrow);
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(2);
    Thread first = Thread.ofVirtual().start(() -> readMany(narrow, reading, goOn));
    reading.await();
    Thread second = Thread.ofVirtual().start(() -> readMany(narrow, begun, new CountDownLatch(0)));
    awaitParked(second);
    try (RunningTurn turn = narrow.begin()) { // short calls go on meanwhile
      assertThat(store.<String>call(false, () -> "short")).isEqualTo("short");
      assertThat(begun.getCount()).isEqualTo(2);
      assertThat(turn.isDue()).isFalse();
    }
    goOn.countDown();
    first.join();
    second.join();
    assertThat(begun.getCount()).isEqualTo(1);
    readMany(narrow, begun, new CountDownLatch(0));
    assertThat(begun.getCount()).isZero();
  }

  @Test
  @Timeout(60)
  void aReadingThatWaitsForItsClientKeepsNoPlace() throws Exception {
    PluginGuard narrow = guard(Map.of("turns", 4, "longReadings", 1));
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch clientReads = new CountDownLatch(1);
    Thread slow =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (RunningTurn turn = narrow.begin()) {
                    turn.beginLong();
                    turn.enterStore(false);
                    turn.beginVisit();
                    turn.leave();
                    waiting.countDown();
                    clientReads.await();
                    turn.enter();
                    turn.endVisit();
                    turn.leaveStore(false);
                    turn.endLong();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    waiting.await();
    CountDownLatch others = new CountDownLatch(2);
    readMany(narrow, others, new CountDownLatch(0));
    clientReads.countDown();
    slow.join();
    readMany(narrow, others, new CountDownLatch(0));
    assertThat(others.getCount()).isZero();
  }

  @Test
  @Timeout(60)
  void aReadingThatFeedsItsClientKeepsNoPlace() {
    PluginGuard narrow = guard(Map.of("turns", 4, "longReadings", 1));
    try (RunningTurn turn = narrow.begin()) {
      turn.beginLong();
      turn.enterStore(false);
      turn.beginVisit();
      assertThat(narrow.longReadings().tryNow()).isFalse();
      turn.heard(8_192);
      assertThat(narrow.longReadings().tryNow()).isTrue();
      turn.endVisit();
      turn.leaveStore(false);
      turn.endLong();
    }
    assertThat(narrow.longReadings().tryNow()).isFalse(); // given back once, not twice
  }

  private static void readMany(PluginGuard guard, CountDownLatch begun, CountDownLatch goOn) {
    try (RunningTurn turn = guard.begin()) {
      new StoreCalls(guard)
          .callLong(
              () -> {
                begun.countDown();
                goOn.await();
                return turn;
              });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void visit(PluginGuard guard, CountDownLatch visiting, CountDownLatch reads) {
    try (RunningTurn turn = guard.begin()) {
      turn.enterStore(false);
      turn.beginVisit();
      turn.leave();
      visiting.countDown();
      reads.await();
      turn.enter();
      turn.endVisit();
      turn.leaveStore(false);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void commit(PluginGuard guard, CountDownLatch begun, CountDownLatch ended) {
    try (RunningTurn turn = guard.begin()) {
      turn.enterStore(true);
      begun.countDown();
      ended.await();
      turn.leaveStore(true);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitParked(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static boolean markOfThis() {
    return PluginMark.current() != null;
  }

  private static boolean markOfNewThread() throws InterruptedException {
    AtomicBoolean mark = new AtomicBoolean();
    Thread thread = Thread.ofPlatform().start(() -> mark.set(markOfThis()));
    thread.join();
    return mark.get();
  }

  private static PluginGuard guard(Map<String, ?> isolation) {
    IsolationSettings settings =
        IsolationSettings.of(Defaults.of(IsolationConfig.class, isolation), Map.of());
    return new PluginGuard("a plugin", 1, settings, stopped -> {});
  }
}
