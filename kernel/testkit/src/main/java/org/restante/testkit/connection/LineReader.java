package org.restante.testkit.connection;

import java.util.Arrays;
import java.util.Optional;

/** Takes lines out of what the client sent. */
final class LineReader {

  private LineReader() {}

  /** The next line without its end; empty where it was too long and has been skipped to its end. */
  static Optional<byte[]> read(Wire wire, int limit) {
    boolean skipping = false;
    while (true) {
      wire.awaitClient(
          () -> wire.toServer.indexOfLineFeed() >= 0 || wire.toServer.size() > limit + 1);
      if (wire.locked(() -> wire.toServer.indexOfLineFeed()) >= 0) {
        byte[] line = wire.locked(() -> takeLine(wire.toServer));
        return skipping || line.length > limit ? Optional.empty() : Optional.of(line);
      }
      skipping = true;
      wire.locked(wire.toServer::clear);
    }
  }

  /** The line at the head, without CRLF or LF. */
  static byte[] takeLine(OctetQueue queue) {
    byte[] line = queue.take(queue.indexOfLineFeed());
    queue.skip(1);
    boolean carriageReturn = line.length > 0 && line[line.length - 1] == '\r';
    return carriageReturn ? Arrays.copyOf(line, line.length - 1) : line;
  }
}
