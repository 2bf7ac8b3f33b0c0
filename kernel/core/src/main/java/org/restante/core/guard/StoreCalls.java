package org.restante.core.guard;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One plugin's way into the store: permits, and what the watchdog is told. Thread-safe. */
public final class StoreCalls {
  private static final Logger LOG = LoggerFactory.getLogger(StoreCalls.class);

  private final PluginGuard guard;

  /** Of this plugin. */
  public StoreCalls(PluginGuard guard) {
    this.guard = guard;
  }

  /**
   * Runs the store's code.
   *
   * @param waits it waits for a commit: others of the plugin may run meanwhile
   * @throws org.restante.refusal.StoreUnavailable if the plugin has too many calls under way
   */
  public <T extends @Nullable Object> T call(boolean waits, Callable<T> code) throws Exception {
    RunningTurn turn = guard.current();
    if (turn == null) {
      return ofNoTurn(code);
    }
    turn.enterStore(waits);
    try {
      return code.call();
    } finally {
      turn.leaveStore(waits);
    }
  }

  /** The same for a call that reads many messages: few of them are under way at a time. */
  public <T extends @Nullable Object> T callLong(Callable<T> code) throws Exception {
    RunningTurn turn = guard.current();
    if (turn == null) {
      return ofNoTurn(code);
    }
    turn.beginLong();
    try {
      return call(false, code);
    } finally {
      turn.endLong();
    }
  }

  /** The store calls the plugin back on the thread of a call. */
  public boolean visit(BooleanSupplier visitor) {
    RunningTurn turn = guard.current();
    if (turn == null) {
      return visitor.getAsBoolean();
    }
    turn.beginVisit();
    boolean more = visitor.getAsBoolean();
    turn.endVisit();
    return more;
  }

  /** The store calls the plugin on a thread of its own; not at all where it was stopped. */
  public void tell(Runnable word) {
    if (guard.stopped().isEmpty()) {
      try {
        RunningTurn turn = guard.begin();
        try {
          word.run();
        } finally {
          turn.close();
        }
      } catch (PluginStopped e) {
        LOG.debug("{} hears nothing any more", guard.name());
      }
    }
  }

  /** Octets were read from the store. */
  public void moved(long octets) {
    RunningTurn turn = guard.current();
    if (turn != null) {
      turn.moved(octets);
    }
  }

  /** Before something is opened. */
  public void checkOpen() {
    guard.check();
    guard.readings().check();
  }

  /** Something is open. */
  public void opened(AutoCloseable reading) {
    guard.readings().add(reading);
  }

  /** Closes it by the store's code, also for a plugin that was stopped. */
  public <T extends @Nullable Object> T close(AutoCloseable reading, Callable<T> code)
      throws Exception {
    guard.readings().remove(reading);
    RunningTurn turn = guard.current();
    if (turn == null) {
      return code.call();
    }
    turn.beginClose();
    try {
      return code.call();
    } finally {
      turn.endClose();
    }
  }

  private <T extends @Nullable Object> T ofNoTurn(Callable<T> code) throws Exception {
    guard.check();
    if (!guard.awaitStore()) {
      throw guard.storeBusy();
    }
    try {
      return code.call();
    } finally {
      guard.releaseStore();
    }
  }
}
