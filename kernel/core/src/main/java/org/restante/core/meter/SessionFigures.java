package org.restante.core.meter;

import org.jspecify.annotations.Nullable;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionMeter;
import org.restante.protocol.SessionState;

/** One session's figures. All calls come from the session's own calls, one at a time. */
public final class SessionFigures implements SessionMeter {
  private final ProtocolMeters meters;
  private CommandFigures revision;
  private @Nullable SessionState state = SessionState.NOT_AUTHENTICATED;
  private boolean faulty;

  SessionFigures(ProtocolMeters meters, CommandFigures revision, boolean encrypted) {
    this.meters = meters;
    this.revision = revision;
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
    if (faulty || result != CommandResult.ABORTED) {
      revision.command(nanos, faulty);
    }
    faulty = false;
  }

  @Override
  public void fault() {
    faulty = true;
  }

  @Override
  public void authentication(String mechanism, boolean granted) {
    meters.authentication(mechanism, granted);
  }

  /** An exception came out of a call of the session after this time. */
  public void escaped(long nanos) {
    revision.command(nanos, true);
    faulty = false;
  }

  /** Another revision goes on with the session. */
  public void servedBy(CommandFigures next) {
    revision = next;
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
