package org.restante.core.signature;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The certificates in {@code etc/trusted}: read anew for each deployment. Immutable. */
public final class TrustedCertificates {
  private static final String ENDING = ".pem";

  private final Set<X509Certificate> certificates;
  private final List<String> unreadable;

  private TrustedCertificates(Set<X509Certificate> certificates, List<String> unreadable) {
    this.certificates = Set.copyOf(certificates);
    this.unreadable = List.copyOf(unreadable);
  }

  /**
   * All certificates in the {@code .pem} files of a folder, which need not be there.
   *
   * @throws IOException if the folder is there and can't be listed
   */
  public static TrustedCertificates in(Path folder) throws IOException {
    Set<X509Certificate> found = new HashSet<>();
    List<String> unreadable = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        found.addAll(read(file));
      } catch (IOException | CertificateException e) {
        unreadable.add(file.getFileName() + " (" + e.getMessage() + ")");
      }
    }
    return new TrustedCertificates(found, unreadable);
  }

  /** Whether signatures are asked for: a key file that can't be read asks for them too. */
  public boolean required() {
    return !certificates.isEmpty() || !unreadable.isEmpty();
  }

  /** How many there are. */
  public int count() {
    return certificates.size();
  }

  /** Files that hold no certificate, with the reason. */
  public List<String> unreadable() {
    return unreadable;
  }

  /**
   * Whether a signer's certificate is among them, or was issued by one of them. The JDK puts a
   * chain together by names only, so that each link is verified here.
   */
  boolean vouchFor(List<? extends Certificate> chain) {
    if (certificates.contains(chain.getFirst())) {
      return true;
    }
    for (int at = 1; at < chain.size(); at++) {
      if (!issued((X509Certificate) chain.get(at), (X509Certificate) chain.get(at - 1))) {
        return false;
      }
      if (certificates.contains(chain.get(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.getPublicKey());
      return issuer.getBasicConstraints() >= 0; // a certificate that may issue others
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private static List<X509Certificate> read(Path file) throws IOException, CertificateException {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream octets = new BufferedInputStream(Files.newInputStream(file))) {
      for (Certificate each :
          CertificateFactory.getInstance("X.509").generateCertificates(octets)) {
        found.add((X509Certificate) each);
      }
    }
    if (found.isEmpty()) {
      throw new CertificateException("no certificate in it");
    }
    return found;
  }
}
