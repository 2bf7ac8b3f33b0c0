package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** A client that speaks and hears lines. It gives up on a line after half a minute. */
final class Client implements AutoCloseable {

  private static final int PATIENCE = 30_000;
  private static final int A_MOMENT = 300;

  private final Socket socket;
  private final InputStream in;

  private Client(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static Client connect(int port) {
    try {
      return new Client(new Socket(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
  }

  static Client connectTls(int port) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustEveryone()}, null);
      return new Client(
          context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says lines, their ends added. */
  Client say(String... lines) {
    try {
      String text = String.join("\r\n", lines) + "\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line without its end; the word {@code (closed)} where there is none. */
  String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int octet = in.read();
      while (octet >= 0 && octet != '\n') {
        line.write(octet);
        octet = in.read();
      }
      return octet < 0 && line.size() == 0
          ? "(closed)"
          : line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException("after \"" + line + "\"", e);
    }
  }

  /** Lines up to and with the one that begins like this, which must come before the end. */
  List<String> until(String beginning) {
    List<String> lines = new ArrayList<>();
    String line;
    do {
      line = line();
      lines.add(line);
      assertThat(line).as("waiting for %s in %s", beginning, lines).isNotEqualTo("(closed)");
    } while (!line.startsWith(beginning));
    return lines;
  }

  /** The next line, which must begin like this. */
  String expect(String beginning) {
    String line = line();
    assertThat(line).startsWith(beginning);
    return line;
  }

  /** Says a command and hears its answer's last line, which must begin like this. */
  List<String> ask(String command, String beginning) {
    return say(command).until(beginning);
  }

  void expectEnd() {
    assertThat(line()).isEqualTo("(closed)");
  }

  /** The server neither speaks nor hangs up. */
  void expectSilence() {
    try {
      socket.setSoTimeout(A_MOMENT);
      int octet = in.read();
      throw new AssertionError(octet < 0 ? "the server hung up" : "the server speaks: " + octet);
    } catch (SocketTimeoutException silent) {
      resume();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void resume() {
    try {
      socket.setSoTimeout(PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
