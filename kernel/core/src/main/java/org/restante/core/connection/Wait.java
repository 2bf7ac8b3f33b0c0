package org.restante.core.connection;

import org.jspecify.annotations.Nullable;
import org.restante.core.guard.RunningTurn;

/**
 * Tells the guard of a connection's plugin when a turn waits for the client. Of the conversation's
 * thread.
 */
final class Wait {
  private @Nullable RunningTurn turn;
  private boolean begun;

  void turn(@Nullable RunningTurn current) {
    turn = current;
  }

  @Nullable RunningTurn turn() {
    return turn;
  }

  /** It waits: may be called under a lock, and again before {@link #end}. */
  void begin() {
    RunningTurn current = turn;
    if (current != null && !begun) {
      begun = true;
      current.leave();
    }
  }

  /** It goes on, after it waited for its permit: never under a lock. */
  void end() {
    RunningTurn current = turn;
    if (current != null && begun) {
      begun = false;
      current.enter();
    }
  }

  /** Octets went through the plugin's hands. */
  void moved(int octets) {
    RunningTurn current = turn;
    if (current != null) {
      current.heard(octets);
    }
  }
}
