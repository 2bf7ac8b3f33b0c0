package org.restante.testkit.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
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

/**
 * Speaks on a socket, to a server whose certificate is its own. What the server does not do within
 * {@link Patience#SECONDS} it does never: neither a read nor a write waits longer.
 */
final class SocketPeer implements TranscriptPeer {
  private final Patience patience;
  private Socket socket;
  private InputStream input;
  private OutputStream output;

  private SocketPeer(Socket socket) throws IOException {
    this.patience = new Patience(socket);
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
    this.output = socket.getOutputStream();
  }

  static SocketPeer connect(String host, int port) {
    try {
      return new SocketPeer(new Socket(host, port));
    } catch (IOException e) {
      throw new AssertionError("port " + port + ": " + e, e);
    }
  }

  @Override
  public void send(byte[] octets) {
    patience.limit(
        "the server does not take what is said",
        () -> {
          output.write(octets);
          output.flush();
          return this;
        });
  }

  @Override
  public byte[] receiveLine() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    patience.limit("no line comes", () -> readLine(line));
    byte[] octets = line.toByteArray();
    if (octets.length == 0 || octets[octets.length - 1] != '\r') {
      throw new AssertionError("a line without CR: " + line);
    }
    return Arrays.copyOf(octets, octets.length - 1);
  }

  private ByteArrayOutputStream readLine(ByteArrayOutputStream line) throws IOException {
    int octet = input.read();
    while (octet != '\n') {
      if (octet < 0) {
        throw new AssertionError("the server closed the connection; last: " + line);
      }
      line.write(octet);
      octet = input.read();
    }
    return line;
  }

  @Override
  public byte[] receive(int count) {
    byte[] octets = patience.limit(count + " octets do not come", () -> input.readNBytes(count));
    if (octets.length < count) {
      throw new AssertionError("the server closed the connection behind " + octets.length);
    }
    return octets;
  }

  @Override
  public Optional<byte[]> endPoint() {
    return socket instanceof SSLSocket secured
        ? Optional.of(
            patience.limit(
                "no certificate", () -> EndPoint.of(secured.getSession().getPeerCertificates()[0])))
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
    patience.limit(
        "the connection does not close",
        () -> {
          socket.close();
          return this;
        });
  }

  private void startTls() {
    patience.limit(
        "TLS is not negotiated",
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
    int octet = patience.limit("the server does not close", this::readOrEnd);
    if (octet >= 0) {
      throw new AssertionError("expected no more before the close, got " + (char) octet);
    }
  }

  /** A compressed stream has no end of its own: it goes with the connection. */
  private int readOrEnd() throws IOException {
    try {
      return input.read();
    } catch (EOFException end) {
      return -1;
    }
  }
}
