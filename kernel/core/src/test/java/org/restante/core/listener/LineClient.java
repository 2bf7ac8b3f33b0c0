package org.restante.core.listener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client that says and hears lines, and believes every certificate. */
public final class LineClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private String end = "end";

  /** Connects. */
  public LineClient(int port) {
    this.port = port;
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects under TLS. */
  public static LineClient secure(int port) {
    LineClient client = new LineClient(port);
    client.startTls();
    return client;
  }

  /** Sends a line. */
  public LineClient say(String line) {
    return send((line + "\r\n").getBytes(ISO_8859_1));
  }

  /** Sends octets. */
  public LineClient send(byte[] octets) {
    try {
      out.write(octets);
      out.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line, or {@code (end)}; why it could not be read where that is no end. */
  public String hear() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = read(); octet != '\n'; octet = read()) {
      if (octet < 0) {
        return (line.size() == 0 ? "" : line.toString(ISO_8859_1)) + "(" + end + ")";
      }
      line.write(octet);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** Says a line and hears one. */
  public String ask(String line) {
    return say(line).hear();
  }

  /** One octet, or -1 at the end. */
  public int read() {
    try {
      return in.read();
    } catch (EOFException | SocketException e) {
      return -1;
    } catch (IOException e) {
      end = e.toString();
      return -1;
    }
  }

  /** Sends no more. */
  public LineClient end() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compresses from now on, in both directions. */
  public LineClient compress() {
    try {
      out =
          new DeflaterOutputStream(
              socket.getOutputStream(), new Deflater(Deflater.DEFAULT_COMPRESSION, true), true);
      in = new BufferedInputStream(new InflaterInputStream(in, new Inflater(true)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Negotiates TLS; returns the server's certificate. */
  public X509Certificate startTls() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Credulous()}, null);
      SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", port, true);
      tls.startHandshake();
      socket = tls;
      in = new BufferedInputStream(tls.getInputStream());
      out = tls.getOutputStream();
      return (X509Certificate) tls.getSession().getPeerCertificates()[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
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

  private static final class Credulous implements X509TrustManager {
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
