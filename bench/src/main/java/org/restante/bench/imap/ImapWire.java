package org.restante.bench.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One IMAP connection that costs its client as little as can be: replies are looked through in the
 * buffer where they arrive, literals are passed over. For one thread.
 */
final class ImapWire implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final byte[] END = {'\r', '\n'};

  private final Socket socket;
  private final InputStream input;
  private final OutputStream output;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private int number;

  private ImapWire(Socket socket) throws IOException {
    this.socket = socket;
    this.input = socket.getInputStream();
    this.output = socket.getOutputStream();
  }

  /** Connects and reads the greeting. */
  static ImapWire connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    ImapWire wire = new ImapWire(socket);
    wire.line();
    return wire;
  }

  /**
   * A command that must succeed; how many FETCH responses, or lines of data, came before its OK.
   */
  Answer command(String text) throws IOException {
    return command(text, new byte[0][]);
  }

  /**
   * A command with literals that are not waited for (LITERAL+): each stands behind its {@code
   * {size+}}, which ends a piece of the text.
   */
  Answer command(String text, byte[]... literals) throws IOException {
    String tag = "t" + number++;
    byte[] line = (tag + " " + text).getBytes(ISO_8859_1);
    int size = line.length + END.length;
    for (byte[] literal : literals) {
      size += literal.length;
    }
    byte[] octets = new byte[size];
    System.arraycopy(line, 0, octets, 0, line.length);
    int end = line.length;
    for (byte[] literal : literals) {
      System.arraycopy(literal, 0, octets, end, literal.length);
      end += literal.length;
    }
    System.arraycopy(END, 0, octets, end, END.length);
    output.write(octets);
    return answer(tag, text);
  }

  /** Sends octets as they are, followed by a line's end. */
  void send(byte[] octets) throws IOException {
    output.write(octets);
    output.write(END);
  }

  /** The next line of the server, without its end. */
  String line() throws IOException {
    int length = readLine();
    String line = new String(buffer, at - length, length, ISO_8859_1);
    return line.stripTrailing();
  }

  /** A tag that was not used. */
  String nextTag() {
    return "t" + number++;
  }

  /** Reads up to the tagged answer, which must be OK. */
  Answer answer(String tag, String text) throws IOException {
    byte[] start = (tag + " ").getBytes(ISO_8859_1);
    long lines = 0;
    long octets = 0;
    while (true) {
      int length = readLine();
      if (startsWith(start, length)) {
        String line = new String(buffer, at - length, length, ISO_8859_1);
        if (!line.startsWith(tag + " OK")) {
          String what = text.length() > 80 ? text.substring(0, 80) : text;
          throw new Refused(what + ": " + line.stripTrailing());
        }
        return new Answer(lines, octets, line.stripTrailing());
      }
      lines++;
      octets += length;
      for (int literal = literal(length); literal >= 0; literal = literal(length)) {
        skip(literal);
        length = readLine();
        octets += literal + length;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Makes the next line, end included, the octets before {@link #at}; its length. */
  private int readLine() throws IOException {
    int scanned = at;
    while (true) {
      for (int i = scanned; i < filled; i++) {
        if (buffer[i] == '\n') {
          int length = i + 1 - at;
          at = i + 1;
          return length;
        }
      }
      int known = filled - at;
      if (at > 0) {
        System.arraycopy(buffer, at, buffer, 0, known);
        at = 0;
        filled = known;
      }
      if (filled == buffer.length) {
        at = 0;
        filled = 0; // a line that long is a list of numbers: only its end matters
        known = 0;
      }
      fill();
      scanned = known;
    }
  }

  private void fill() throws IOException {
    int read = input.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    filled += read;
  }

  private boolean startsWith(byte[] start, int length) {
    if (length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (buffer[at - length + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** The size of the literal that the last line announces, or -1. */
  private int literal(int length) {
    int end = at - 3; // of "}\r\n"
    if (length < 5 || buffer[end] != '}') {
      return -1;
    }
    int size = 0;
    int factor = 1;
    int i = end - 1;
    for (; i >= at - length && buffer[i] >= '0' && buffer[i] <= '9'; i--) {
      size += factor * (buffer[i] - '0');
      factor *= 10;
    }
    return i >= at - length && buffer[i] == '{' && i < end - 1 ? size : -1;
  }

  private void skip(int octets) throws IOException {
    int left = octets;
    while (left > filled - at) {
      left -= filled - at;
      at = 0;
      filled = 0;
      fill();
    }
    at += left;
  }

  /** A command was not answered with OK; the connection can be used on. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private Refused(String text) {
      super(text);
    }
  }

  /**
   * What came before a tagged OK.
   *
   * @param responses untagged responses
   * @param octets of those
   * @param tagged the line of that OK
   */
  record Answer(long responses, long octets, String tagged) {}
}
