package org.restante.bench.fuzz;

import java.util.Arrays;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.LineTooLong;

/** What a client has said and the session has not taken yet. Reading on behind it: client lost. */
final class Input {
  private byte[] octets = {};
  private int at;
  private long before;

  void add(byte[] more) {
    byte[] rest = Arrays.copyOfRange(octets, at, octets.length + more.length);
    System.arraycopy(more, 0, rest, octets.length - at, more.length);
    before += at;
    octets = rest;
    at = 0;
  }

  void clear() {
    at = octets.length;
  }

  boolean waiting() {
    return at < octets.length;
  }

  /** Octets that were ever taken. */
  long taken() {
    return before + at;
  }

  /** Whether there is a line, or more than a line may have. */
  boolean lineThere(int limit) {
    return end() < octets.length || octets.length - at > limit;
  }

  /** The next line without its end. */
  byte[] line(int limit) {
    int end = end();
    if (end == octets.length) {
      at = end;
      throw new ConnectionLost("no line", null);
    }
    boolean carriageReturn = end > at && octets[end - 1] == '\r';
    byte[] line = Arrays.copyOfRange(octets, at, carriageReturn ? end - 1 : end);
    at = end + 1;
    if (line.length > limit) {
      throw new LineTooLong(limit);
    }
    return line;
  }

  int read(byte[] into, int offset, int length) {
    if (!waiting()) {
      throw new ConnectionLost("no more octets", null);
    }
    int count = Math.min(length, octets.length - at);
    System.arraycopy(octets, at, into, offset, count);
    at += count;
    return count;
  }

  private int end() {
    int end = at;
    while (end < octets.length && octets[end] != '\n') {
      end++;
    }
    return end;
  }
}
