package org.restante.protocol;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One client's conversation. The kernel calls it on a virtual thread, one call at a time; between
 * calls it holds no thread, and each call ends at a command boundary. A call may throw {@link
 * ConnectionLost} and {@link LineTooLong} through; any other exception is logged and ends the
 * session.
 */
@ConsumerType
public interface ProtocolSession {

  /** Greets a new client. */
  void greet();

  /**
   * At least one line is there (or more octets than a line may have): read one command, literals
   * included, and answer it. Called again while there is more. Replies are flushed after the last
   * one.
   */
  void onInput();

  /**
   * {@link Connection#wake} or {@link Connection#wakeAfter} was called: say what there is to say.
   */
  void onWake();

  /**
   * Stops at this command boundary for another revision to go on. Whatever this session holds is
   * released when a state is returned, and no call follows.
   *
   * @param version of {@link ProtocolPlugin#states()}: the one to write the state in
   * @return the state; empty where this session can't move now and goes on
   */
  Optional<SuspendedSession> suspend(int version);

  /** Says goodbye in the protocol's words; the kernel closes the connection afterwards. */
  void farewell(CloseReason reason);

  /**
   * The connection is closed: release everything. The last call, made once; not after a suspend.
   */
  void onClose(CloseReason reason);
}
