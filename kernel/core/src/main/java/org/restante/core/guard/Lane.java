package org.restante.core.guard;

import java.util.concurrent.locks.LockSupport;

/**
 * Where a turn goes that runs on: first freely; after a slice in the slow lane, where the turns of
 * a plugin go one slice each in turn; and when it is heavy one at a time, half of the time while
 * others run. Of the turn's thread.
 */
final class Lane {
  private final PluginGuard guard;
  private final RunningTurn turn;
  private boolean slow;
  private boolean heavy;

  Lane(PluginGuard guard, RunningTurn turn) {
    this.guard = guard;
    this.turn = turn;
  }

  /** The turn runs for so long already: it goes on in its lane, after a wait. */
  void change(long nanos) {
    if (nanos >= guard.settings().heavy().toNanos()) {
      beginHeavy();
      if (turn.hasCompany()) {
        rest();
      }
    } else {
      beginSlice();
    }
  }

  /** It waits for something else, or has ended. */
  void leave() {
    if (slow) {
      slow = false;
      guard.slowLane().release();
    }
    if (heavy) {
      heavy = false;
      guard.heavyLane().release();
    }
  }

  private void beginSlice() {
    boolean others = guard.slowLane().awaited();
    leave();
    if (others) {
      rest();
    }
    turn.release();
    guard.slowLane().await();
    slow = true;
    turn.acquire();
  }

  private void beginHeavy() {
    if (!heavy) {
      leave();
      turn.release();
      guard.heavyLane().await();
      heavy = true;
      turn.acquire();
    }
  }

  private void rest() {
    LockSupport.parkNanos(guard.settings().slice().toNanos());
  }
}
