package org.restante.testkit.transcript;

import java.util.Optional;

/** The client's end of a connection that a transcript speaks on. */
public interface TranscriptPeer {

  /** Sends octets. */
  void send(byte[] octets);

  /** The next line without CRLF; waits for it, but not for ever. */
  byte[] receiveLine();

  /** As many octets; waits for them, but not for ever. */
  byte[] receive(int count);

  /** What ties a login to this connection: tls-server-end-point (RFC 5929 §4), under TLS only. */
  Optional<byte[]> endPoint();

  /** Something happens to this connection. */
  void happens(Step.Event event);
}
