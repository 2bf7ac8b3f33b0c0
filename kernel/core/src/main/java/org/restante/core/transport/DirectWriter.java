package org.restante.core.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes to a socket beside its event loop. */
@FunctionalInterface
public interface DirectWriter {
  /** Takes nothing: all goes by the event loop. */
  DirectWriter NONE = octets -> 0;

  /**
   * Never waits. For any thread.
   *
   * @param octets in a direct buffer; its position is left alone
   * @return how many octets the socket took; none where it is full or closed
   * @throws IOException where the connection is broken
   */
  int write(ByteBuffer octets) throws IOException;
}
