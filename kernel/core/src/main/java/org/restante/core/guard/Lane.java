package org.restante.core.guard;

import java.util.concurrent.locks.LockSupport;

/**
 * Where a turn goes that runs on: first freely; after a slice in the slow lane, where the turns of
 * a plugin go one slice each in turn; and when it is heavy one at a time, half of the time while
 * others run. A reading of many messages waits for its place before it begins: what waits later has
 * letters in hand, so only a few may. Of the turn's thread.
 */
final class Lane {
  private final PluginGuard guard;
  private final RunningTurn turn;
  private boolean slow;
  private boolean heavy;
  private boolean placed;

  Lane(PluginGuard guard, RunningTurn turn) {
    this.guard = guard;
    this.turn = turn;
  }

  /** A place for a reading of many messages, if there is one now. */
  boolean tryPlace() {
    return placed || (placed = guard.longReadings().tryNow());
  }

  /** A place for it, after a wait. */
  void awaitPlace() {
    guard.longReadings().await();
    placed = true;
  }

  /** The reading has ended. */
  void leavePlace() {
    if (placed) {
      placed = false;
      guard.longReadings().release();
    }
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
    leavePlace();
    leaveLane();
  }

  private void leaveLane() {
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
    leaveLane();
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
