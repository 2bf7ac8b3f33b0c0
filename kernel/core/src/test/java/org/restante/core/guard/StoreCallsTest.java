package org.restante.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.restante.core.configuration.Defaults;

/** Threads that the store starts while a plugin calls it are not taken for the plugin's. */
final class StoreCallsTest {
  private final PluginGuard guard = guard();
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

  private static boolean markOfThis() {
    return PluginMark.current() != null;
  }

  private static boolean markOfNewThread() throws InterruptedException {
    AtomicBoolean mark = new AtomicBoolean();
    Thread thread = Thread.ofPlatform().start(() -> mark.set(markOfThis()));
    thread.join();
    return mark.get();
  }

  private static PluginGuard guard() {
    IsolationSettings settings =
        IsolationSettings.of(Defaults.of(IsolationConfig.class, Map.of()), Map.of());
    return new PluginGuard("a plugin", 1, settings, stopped -> {});
  }
}
