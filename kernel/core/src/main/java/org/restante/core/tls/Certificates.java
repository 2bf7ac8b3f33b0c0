package org.restante.core.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.configuration.KnownKeys;
import org.restante.core.configuration.Home;
import org.restante.core.configuration.HostName;
import org.restante.core.folder.FolderWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate in use. New connections get the newest one; live ones keep theirs. The first one
 * is read on a thread of its own, since the library for TLS takes its time to start: who asks
 * before that waits, and who must not wait asks {@link #whenRead}.
 */
@Component(service = Certificates.class, configurationPid = Certificates.PID)
@Designate(ocd = TlsConfig.class)
public final class Certificates implements AutoCloseable {
  static final String PID = "org.restante.core.tls";
  private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

  private final Path certificate;
  private final Path key;
  private final CompletableFuture<Boolean> read = new CompletableFuture<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final FolderWatch watch;
  private @Nullable SslContext context;
  private byte[] endPoint = {};
  private List<FileTime> seen = List.of();
  private String problem = "";

  /** As configured. */
  @Activate
  public Certificates(TlsConfig config, Map<String, ?> properties, BundleContext bundles)
      throws IOException {
    this(
        folder(config, properties, bundles),
        HostName.orLocal(config.hostname()),
        Duration.ofSeconds(config.pollSeconds()));
  }

  /** Reads {@code cert.pem} and {@code key.pem} of a folder, makes them where both are missing. */
  public Certificates(Path folder, String hostname, Duration poll) throws IOException {
    certificate = folder.resolve("cert.pem");
    key = folder.resolve("key.pem");
    Files.createDirectories(folder);
    if (Files.notExists(certificate) && Files.notExists(key)) {
      SelfSigned.write(hostname, certificate, key);
      LOG.info("made a self-signed certificate for {}: {}", hostname, certificate);
    }
    watch = new FolderWatch(folder, poll, this::reload);
  }

  /** Runs it as soon as the files were read for the first time, whatever came of it. */
  public void whenRead(Runnable then) {
    read.thenRun(then);
  }

  /**
   * A handler for one connection, and what its certificate binds logins to.
   *
   * @param endPoint tls-server-end-point: the hash of the certificate
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
  public record Secured(SslHandler handler, byte[] endPoint) {}

  /** A handler for one connection; empty while there is no usable certificate. */
  public Optional<Secured> handler(ByteBufAllocator allocator, Duration handshake) {
    read.join();
    lock.readLock().lock();
    try {
      if (context == null) {
        return Optional.empty();
      }
      SslHandler handler = context.newHandler(allocator);
      handler.setHandshakeTimeoutMillis(handshake.toMillis());
      return Optional.of(new Secured(handler, endPoint));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Whether there is a usable certificate. */
  public boolean usable() {
    read.join();
    lock.readLock().lock();
    try {
      return context != null;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  @Deactivate
  public void close() {
    read.join(); // what it makes has to be released below
    watch.close();
    use(null, new byte[0]);
  }

  private void reload() {
    try {
      List<FileTime> now = times();
      if (!now.equals(seen)) {
        seen = now;
        PemIdentity identity = PemIdentity.read(certificate, key);
        use(context(identity), EndPoint.of(identity.chain().getFirst()));
        problem = "";
        LOG.info("certificate in use: {}", described(identity.chain().getFirst()));
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      report(e.toString());
    } finally {
      read.complete(true);
    }
  }

  /** Each problem once, however often the files are looked at. */
  private void report(String found) {
    if (!found.equals(problem)) {
      problem = found;
      LOG.error(
          "certificate not changed: {}. Put a PEM chain into {} and its unencrypted key into {};"
              + " with neither file there, a start makes a self-signed pair",
          found,
          certificate,
          key);
    }
  }

  private List<FileTime> times() throws IOException {
    return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
  }

  private SslContext context(PemIdentity identity) throws GeneralSecurityException, IOException {
    return SslContextBuilder.forServer(
            identity.key(), identity.chain().toArray(new X509Certificate[0]))
        .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
        .trustManager(nobody())
        // kept in memory only; PKCS12 would stretch a passphrase that nobody needs
        .keyStoreType("JKS")
        .protocols("TLSv1.3", "TLSv1.2")
        .build();
  }

  /** Clients show no certificates; else all authorities that the JDK knows would be read. */
  private static TrustManagerFactory nobody() throws GeneralSecurityException, IOException {
    KeyStore none = KeyStore.getInstance("JKS");
    none.load(null, null);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(none);
    return trust;
  }

  private void use(@Nullable SslContext next, byte[] binding) {
    lock.writeLock().lock();
    try {
      ReferenceCountUtil.release(context); // engines in use hold on to theirs
      context = next;
      endPoint = binding;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static String described(X509Certificate certificate) {
    return certificate.getSubjectX500Principal() + ", until " + certificate.getNotAfter();
  }

  private static Path folder(TlsConfig config, Map<String, ?> properties, BundleContext bundles) {
    KnownKeys.check(properties, TlsConfig.class);
    return Home.resolve(bundles, config.folder(), "etc/tls");
  }
}
