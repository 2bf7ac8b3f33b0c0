package org.restante.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * One client at each port of a demonstration that is about to end: it is greeted, and leaves. So
 * the classes that the first client of a server needs are among those that the archive keeps.
 */
final class Callers {

  /** Of these two lines each protocol knows one. */
  private static final byte[] GOODBYE = "a LOGOUT\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final int PATIENCE_MILLIS = 10_000;

  private final SocketFactory secured;

  /** They trust the certificate in this file, and no other. */
  Callers(Path certificate) throws IOException {
    try (InputStream pem = Files.newInputStream(certificate)) {
      KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
      known.load(null, null);
      known.setCertificateEntry(
          "own", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      secured = context.getSocketFactory();
    } catch (GeneralSecurityException unusable) {
      throw new IOException(certificate + " can't be trusted", unusable);
    }
  }

  /** Calls at each listener of a server's status. */
  void call(Map<String, Object> status) throws IOException {
    for (Object listener : (List<?>) status.getOrDefault("listeners", List.of())) {
      Map<?, ?> fields = (Map<?, ?>) listener;
      SocketFactory sockets =
          Boolean.TRUE.equals(fields.get("tls")) ? secured : SocketFactory.getDefault();
      if (fields.get("port") instanceof Number port) {
        call(sockets, port.intValue());
      }
    }
  }

  private static void call(SocketFactory sockets, int port) throws IOException {
    try (Socket socket = sockets.createSocket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      if (socket.getInputStream().read() < 0) {
        throw new IOException("nobody greets at port " + port);
      }
      socket.getOutputStream().write(GOODBYE);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }
}
