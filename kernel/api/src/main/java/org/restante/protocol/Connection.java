package org.restante.protocol;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.account.AccountId;

/**
 * A client's connection. It belongs to the kernel and outlives sessions. Reads and writes block and
 * are for the session's own calls; {@link #wake} is for any thread.
 */
@ProviderType
public interface Connection {

  /** A number for logs, unique in this run of the server. */
  long id();

  /** The client's address. */
  InetSocketAddress peer();

  /** Where it came in. */
  Listener listener();

  /** What may be read and written. */
  ConnectionLimits limits();

  /** Whether TLS protects it. */
  boolean encrypted();

  /** Whether {@link #startTls} can be called: a certificate is there and TLS is not up yet. */
  boolean startTlsOffered();

  /**
   * What ties a login to this TLS connection, of a type by its name: {@code tls-server-end-point}
   * is the hash of the server's certificate (RFC 5929 §4). Empty without TLS, and for other types.
   */
  Optional<byte[]> channelBinding(String type);

  /** Whether a password may be sent: under TLS, or where the operator allows it in clear. */
  boolean plaintextLoginAllowed();

  /**
   * The next line without its end, which is CRLF or LF; waits for it.
   *
   * @throws LineTooLong if it has more octets than {@code limit}; it was skipped to its end
   * @throws ConnectionLost if the client went away
   */
  byte[] readLine(int limit);

  /**
   * Octets as they come; waits for at least one.
   *
   * @return octets read
   * @throws ConnectionLost if the client went away
   */
  int read(byte[] into, int offset, int length);

  /** Whether more input is here already, so that replies may be gathered before a flush. */
  boolean inputWaiting();

  /** Sends octets, which may be reused afterwards; waits while the client does not read. */
  void write(byte[] octets, int offset, int length);

  /** Sends octets. */
  default void write(byte[] octets) {
    write(octets, 0, octets.length);
  }

  /** Hands everything written to the network. */
  void flush();

  /**
   * Flushes the go-ahead and negotiates TLS. Input that came before it is dropped: nothing that was
   * sent in clear counts as sent under TLS (RFC 3207 §4.2, RFC 2595 §4).
   */
  void startTls();

  /** Whether {@link #compress} was called. */
  boolean compressed();

  /**
   * Flushes the go-ahead; everything behind it is compressed by DEFLATE (RFC 1951), in both
   * directions, whatever session goes on. For once; the client waits for the go-ahead.
   */
  void compress();

  /** The client has shown who it is. */
  void authenticated(AccountId account);

  /** Calls {@link ProtocolSession#onWake} soon; several calls may become one. For any thread. */
  void wake();

  /** Calls {@link ProtocolSession#onWake} after a time; replaces an earlier timer; zero ends it. */
  void wakeAfter(Duration delay);

  /** How long the client may be silent before {@link ProtocolSession#farewell} with TIMEOUT. */
  void inactivityLimit(Duration limit);

  /** Flushes and closes once this call of the session has returned. */
  void close(CloseReason reason);

  /** What this session does, for the dashboards. */
  SessionMeter meter();
}
