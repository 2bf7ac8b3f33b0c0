package org.restante.smtp.letter;

import java.util.Arrays;
import org.restante.protocol.Connection;
import org.restante.protocol.LineTooLong;

/**
 * A connection's input with what was read too far in front of it: a letter's last piece may hold
 * the next commands (RFC 2920 §3.1), which nobody but this session can give back to the reader of
 * lines.
 */
public final class Input {

  private static final byte[] NOTHING = new byte[0];

  private final Connection connection;
  private byte[] ahead;

  /** The input of a connection, with octets in front that another session has read already. */
  public Input(Connection connection, byte[] ahead) {
    this.connection = connection;
    this.ahead = ahead;
  }

  /** The input of a connection. */
  public Input(Connection connection) {
    this(connection, NOTHING);
  }

  /** Whether a whole line lies ahead: the kernel can't know, so the session asks. */
  public boolean lineAhead() {
    return indexOfLineFeed() >= 0;
  }

  /** What was read too far. */
  public byte[] ahead() {
    return ahead.clone();
  }

  /** Forgets what was read too far: it came before TLS. */
  public void drop() {
    ahead = NOTHING;
  }

  /** The next line without its end, CRLF or LF; as {@link Connection#readLine}. */
  public byte[] readLine(int limit) {
    if (ahead.length == 0) {
      return connection.readLine(limit);
    }
    int end = indexOfLineFeed();
    byte[] line;
    if (end >= 0) {
      line = Arrays.copyOf(ahead, end);
      ahead = Arrays.copyOfRange(ahead, end + 1, ahead.length);
    } else {
      byte[] begin = ahead;
      ahead = NOTHING;
      byte[] rest = connection.readLine(limit);
      line = Arrays.copyOf(begin, begin.length + rest.length);
      System.arraycopy(rest, 0, line, begin.length, rest.length);
    }
    byte[] bare = withoutCarriageReturn(line);
    if (bare.length > limit) {
      throw new LineTooLong(limit);
    }
    return bare;
  }

  /** Octets as they come; as {@link Connection#read}. */
  public int read(byte[] into, int offset, int length) {
    if (ahead.length == 0) {
      return connection.read(into, offset, length);
    }
    int taken = Math.min(length, ahead.length);
    System.arraycopy(ahead, 0, into, offset, taken);
    ahead = Arrays.copyOfRange(ahead, taken, ahead.length);
    return taken;
  }

  /** Gives octets back that were read too far: they are read next. */
  public void unread(byte[] octets, int offset, int length) {
    if (length == 0) {
      return;
    }
    byte[] all = new byte[length + ahead.length];
    System.arraycopy(octets, offset, all, 0, length);
    System.arraycopy(ahead, 0, all, length, ahead.length);
    ahead = all;
  }

  private int indexOfLineFeed() {
    for (int i = 0; i < ahead.length; i++) {
      if (ahead[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    return line.length > 0 && line[line.length - 1] == '\r'
        ? Arrays.copyOf(line, line.length - 1)
        : line;
  }
}
