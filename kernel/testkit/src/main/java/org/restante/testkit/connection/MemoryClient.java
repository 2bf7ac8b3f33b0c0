package org.restante.testkit.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The client's end of a {@link MemoryConnection}. Text is UTF-8; lines end in CRLF, and a server's
 * line that does not is an error.
 */
public final class MemoryClient implements AutoCloseable {
  private final MemoryConnection connection;
  private final Wire wire;
  private final Duration patience;

  MemoryClient(MemoryConnection connection, Wire wire, Duration patience) {
    this.connection = connection;
    this.wire = wire;
    this.patience = patience;
  }

  /** Sends octets. */
  public void send(byte[] octets) {
    wire.locked(() -> wire.toServer.add(octets, 0, octets.length));
    connection.inputCame();
  }

  /** Sends text as it is. */
  public void send(String text) {
    send(text.getBytes(UTF_8));
  }

  /** Sends a line. */
  public void sendLine(String line) {
    send(line + "\r\n");
  }

  /** The next line without its end; waits for it. */
  public byte[] readLine() {
    awaitEvent(
        () -> wire.toClient.indexOfLineFeed() >= 0 || connection.ended(), "a line of the server");
    return wire.locked(
        () -> {
          int end = wire.toClient.indexOfLineFeed();
          if (end < 0) {
            throw failed("the server closed the connection instead of a line");
          }
          byte[] line = wire.toClient.take(end + 1);
          if (end == 0 || line[end - 1] != '\r') {
            throw failed("a line without CR: " + new String(line, UTF_8));
          }
          return Arrays.copyOf(line, end - 1);
        });
  }

  /** The next line; waits for it. */
  public String expectLine() {
    return new String(readLine(), UTF_8);
  }

  /** The next line, which must be this one. */
  public void expectLine(String expected) {
    String line = expectLine();
    if (!line.equals(expected)) {
      throw failed("expected: " + expected + "\n     got: " + line);
    }
  }

  /** The next line, which must begin like this. */
  public String expectLineStarting(String prefix) {
    String line = expectLine();
    if (!line.startsWith(prefix)) {
      throw failed("expected: " + prefix + "…\n     got: " + line);
    }
    return line;
  }

  /** All lines up to the first one that begins like this, which is the last of them. */
  public List<String> expectLinesUntil(String prefix) {
    List<String> lines = new ArrayList<>();
    do {
      lines.add(expectLine());
    } while (!lines.getLast().startsWith(prefix));
    return lines;
  }

  /** As many octets; waits for them. */
  public byte[] expectOctets(int count) {
    awaitEvent(
        () -> wire.toClient.size() >= count || connection.ended(), count + " octets of the server");
    return wire.locked(
        () -> {
          if (wire.toClient.size() < count) {
            throw failed("the server closed the connection instead of " + count + " octets");
          }
          return wire.toClient.take(count);
        });
  }

  /** Whole lines that are here when the session has come to rest. */
  public List<String> linesSoFar() {
    connection.settle();
    List<String> lines = new ArrayList<>();
    while (wire.locked(() -> wire.toClient.indexOfLineFeed()) >= 0) {
      lines.add(expectLine());
    }
    return lines;
  }

  /** The session comes to rest and has sent nothing more. */
  public void expectSilence() {
    connection.settle();
    if (wire.locked(() -> wire.toClient.size()) > 0) {
      throw failed("expected silence");
    }
  }

  /** The server closes the connection, and has sent nothing more. */
  public void expectClosed() {
    awaitEvent(connection::ended, "the server to close the connection");
    if (wire.locked(() -> wire.toClient.size()) > 0) {
      throw failed("expected no more before the close");
    }
  }

  /** Negotiates TLS after the server's go-ahead; what was sent before is dropped by the server. */
  public void startTls() {
    wire.locked(() -> wire.handshakeAsked = true);
    awaitEvent(() -> connection.encrypted() || connection.ended(), "the server to start TLS");
  }

  /** Goes away without a word. */
  @Override
  public void close() {
    wire.locked(() -> wire.clientClosed = true);
    connection.inputCame();
  }

  void awaitEvent(BooleanSupplier event, String what) {
    if (!wire.await(event, patience)) {
      throw failed("waited " + patience + " for " + what);
    }
  }

  private AssertionError failed(String problem) {
    String unread = new String(wire.locked(() -> wire.toClient.peek()), UTF_8);
    String unflushed = new String(wire.locked(() -> wire.unflushed.peek()), UTF_8);
    return new AssertionError(
        problem + "\n  unread: " + unread + "\n  written but not flushed: " + unflushed,
        connection.failure().orElse(null));
  }
}
