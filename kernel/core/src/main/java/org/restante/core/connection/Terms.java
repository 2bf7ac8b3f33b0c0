package org.restante.core.connection;

import java.time.Duration;
import org.restante.core.limits.PlaintextLogin;
import org.restante.protocol.ConnectionLimits;
import org.restante.protocol.Listener;

/**
 * What holds for all connections of a listener.
 *
 * @param plaintextLogin where passwords may be sent in clear
 * @param loginTime how long a client may be silent until its session says otherwise
 * @param stall how long it may leave replies unread
 * @param handshake how long a TLS handshake may take
 * @param park how long it waits for a plugin
 * @param maxParked most connections that wait
 * @param refusal what is said when no plugin came in time, without line end
 * @param goodbye what is said when a session can't go on with the next revision, without line end
 */
public record Terms(
    Listener listener,
    ConnectionLimits limits,
    PlaintextLogin plaintextLogin,
    Duration loginTime,
    Duration stall,
    Duration handshake,
    Duration park,
    int maxParked,
    String refusal,
    String goodbye) {

  /** The same with other limits. */
  public Terms within(PlaintextLogin plaintext, Duration unread, Duration shakes) {
    return new Terms(
        listener, limits, plaintext, loginTime, unread, shakes, park, maxParked, refusal, goodbye);
  }
}
