package org.restante.bench.fuzz;

import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionMeter;
import org.restante.protocol.SessionState;

/** Where a session says that it is, and how often it was wrong by itself. */
final class Standing implements SessionMeter {
  private SessionState state = SessionState.NOT_AUTHENTICATED;
  private int faults;

  SessionState state() {
    return state;
  }

  int faults() {
    return faults;
  }

  @Override
  public void state(SessionState now) {
    state = now;
  }

  @Override
  public void command(String command, CommandResult result, long nanos) {}

  @Override
  public void fault() {
    faults++;
  }

  @Override
  public void authentication(String mechanism, boolean granted) {}
}
