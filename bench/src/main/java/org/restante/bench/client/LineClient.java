package org.restante.bench.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client of a line-based protocol, on a virtual thread. */
public final class LineClient implements AutoCloseable {
  private static final int LINE_OCTETS = 256;

  private final Socket socket;
  private final InputStream input;

  private LineClient(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream(), LINE_OCTETS);
  }

  /** Connects; TLS first where asked for, with any certificate. */
  public static LineClient connect(String host, int port, boolean tls) throws IOException {
    Socket socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    return new LineClient(tls ? secured(socket, host, port) : socket);
  }

  /** Sends a line. */
  public void send(String line) throws IOException {
    send(line, "\r\n");
  }

  /** Sends octets, with this end. */
  public void send(String text, String end) throws IOException {
    socket.getOutputStream().write((text + end).getBytes(ISO_8859_1));
  }

  /** How long {@link #line} waits before it throws; zero: for ever. */
  public void patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  /** This end's port, which names the connection. */
  public int localPort() {
    return socket.getLocalPort();
  }

  /** The next line without its end; waits for it. */
  public String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int octet = input.read();
    while (octet != '\n') {
      if (octet < 0) {
        throw new EOFException("the server closed the connection: " + line);
      }
      line.append((char) octet);
      octet = input.read();
    }
    return line.toString().stripTrailing();
  }

  /** Reads up to the line that begins like this. */
  public String await(String prefix) throws IOException {
    String line = line();
    while (!line.startsWith(prefix)) {
      line = line();
    }
    return line;
  }

  /** An IMAP command that must succeed. */
  public void command(String tag, String text) throws IOException {
    send(tag + " " + text);
    String answer = await(tag + " ");
    if (!answer.startsWith(tag + " OK")) {
      throw new IOException(text + ": " + answer);
    }
  }

  /** An SMTP or LMTP command, and the last line of its reply, which must begin like this. */
  public void expect(String line, String answer) throws IOException {
    send(line);
    String got = line();
    while (got.length() > 3 && got.charAt(3) == '-') {
      got = line();
    }
    if (!got.startsWith(answer)) {
      throw new IOException(line + ": " + got);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    return Tls.CONTEXT.getSocketFactory().createSocket(plain, host, port, true);
  }

  /** One for all clients: making it costs more than a handshake. */
  private static final class Tls {
    static final SSLContext CONTEXT = context();

    private static SSLContext context() {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAny()}, new SecureRandom());
        return context;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e); // every JDK has TLS
      }
    }
  }

  /** The server under load has a certificate of its own. */
  private static final class TrustAny implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
