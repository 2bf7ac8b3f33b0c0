package org.restante.core.meter;

import org.jspecify.annotations.Nullable;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionMeter;
import org.restante.protocol.SessionState;

/** One session's figures. State changes come from the session's own calls, one at a time. */
public final class SessionFigures implements SessionMeter {
  private final ProtocolMeters meters;
  private @Nullable SessionState state = SessionState.NOT_AUTHENTICATED;

  SessionFigures(ProtocolMeters meters, boolean encrypted) {
    this.meters = meters;
    meters.opened(encrypted);
    meters.in(SessionState.NOT_AUTHENTICATED).increment();
  }

  @Override
  public void state(SessionState next) {
    if (state != null && state != next) {
      meters.in(state).decrement();
      meters.in(next).increment();
      state = next;
    }
  }

  @Override
  public void command(String command, CommandResult result, long nanos) {
    meters.command(command, result, nanos);
  }

  @Override
  public void authentication(String mechanism, boolean granted) {
    meters.authentication(mechanism, granted);
  }

  /** The session has ended; later states do not count. */
  public void closed(CloseReason reason) {
    if (state != null) {
      meters.in(state).decrement();
      meters.closed(reason);
      state = null;
    }
  }
}
