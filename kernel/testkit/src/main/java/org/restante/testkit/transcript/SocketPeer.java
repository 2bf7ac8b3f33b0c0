package org.restante.testkit.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Assumptions;

/** Speaks on a socket, to a server whose certificate is its own. */
final class SocketPeer implements TranscriptPeer {
  private static final int PATIENCE_MILLIS = 30_000;

  private Socket socket;
  private InputStream input;
  private OutputStream output;

  private SocketPeer(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
    this.output = socket.getOutputStream();
  }

  static SocketPeer connect(String host, int port) {
    return attempt(
        () -> {
          Socket socket = new Socket(host, port);
          socket.setSoTimeout(PATIENCE_MILLIS);
          return new SocketPeer(socket);
        });
  }

  @Override
  public void send(byte[] octets) {
    attempt(
        () -> {
          output.write(octets);
          output.flush();
          return this;
        });
  }

  @Override
  public byte[] receiveLine() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int octet = attempt(input::read);
    while (octet != '\n') {
      if (octet < 0) {
        throw new AssertionError("the server closed the connection; last: " + line);
      }
      line.write(octet);
      octet = attempt(input::read);
    }
    byte[] octets = line.toByteArray();
    if (octets.length == 0 || octets[octets.length - 1] != '\r') {
      throw new AssertionError("a line without CR: " + line);
    }
    return Arrays.copyOf(octets, octets.length - 1);
  }

  @Override
  public byte[] receive(int count) {
    byte[] octets = attempt(() -> input.readNBytes(count));
    if (octets.length < count) {
      throw new AssertionError("the server closed the connection behind " + octets.length);
    }
    return octets;
  }

  @Override
  public Optional<byte[]> endPoint() {
    return socket instanceof SSLSocket secured
        ? Optional.of(attempt(() -> EndPoint.of(secured.getSession().getPeerCertificates()[0])))
        : Optional.empty();
  }

  /** A hand-over is not to be noticed: a server that has nothing to hand over to shows the same. */
  @Override
  public void happens(Step.Event event) {
    switch (event) {
      case STARTTLS -> startTls();
      case COMPRESS -> compress();
      case CLOSE -> close();
      case CLOSED -> expectClosed();
      case SHUTDOWN -> Assumptions.abort("this server goes on for other tests");
      case SUSPEND, SILENCE -> {}
    }
  }

  void close() {
    attempt(
        () -> {
          socket.close();
          return this;
        });
  }

  private void startTls() {
    attempt(
        () -> {
          SSLContext context = SSLContext.getInstance("TLS");
          context.init(null, new TrustManager[] {new TrustEveryone()}, null);
          SSLSocket secured =
              (SSLSocket)
                  context
                      .getSocketFactory()
                      .createSocket(socket, socket.getInetAddress().getHostName(), 0, true);
          secured.startHandshake();
          socket = secured;
          input = new BufferedInputStream(secured.getInputStream());
          output = secured.getOutputStream();
          return this;
        });
  }

  private void compress() {
    output = new DeflaterOutputStream(output, new Deflater(Deflater.BEST_SPEED, true), true);
    input = new BufferedInputStream(new InflaterInputStream(input, new Inflater(true)));
  }

  private void expectClosed() {
    int octet = attempt(input::read);
    if (octet >= 0) {
      throw new AssertionError("expected no more before the close, got " + (char) octet);
    }
  }

  private static <T> T attempt(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e.toString(), e);
    }
  }

  @FunctionalInterface
  private interface Attempt<T> {
    T run() throws IOException, GeneralSecurityException;
  }
}
