package org.restante.core.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A jar whose signature is looked over by the JDK. It is read from a private copy of the octets
 * that will be installed, by its central directory: a stream could see other entries than the
 * framework.
 */
public final class SignedJar {
  private static final String CURE =
      "; sign it with jarsigner and a key whose certificate is in etc/trusted";

  private final JarFile jar;
  private final TrustedCertificates trusted;

  private SignedJar(JarFile jar, TrustedCertificates trusted) {
    this.jar = jar;
    this.trusted = trusted;
  }

  /** Why a jar is not taken, in one line with the cure; empty where it is. */
  public static Optional<String> objection(byte[] content, TrustedCertificates trusted) {
    if (!trusted.required()) {
      return Optional.empty();
    }
    try {
      Path copy = Files.createTempFile("restante-", ".jar"); // for the owner only
      try {
        Files.write(copy, content);
        try (JarFile jar = new JarFile(copy.toFile(), true)) {
          return new SignedJar(jar, trusted).objection();
        }
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (SecurityException e) {
      return Optional.of("was altered after it was signed (" + e.getMessage() + ")" + CURE);
    } catch (IOException e) {
      return Optional.of("can't be verified (" + e.getMessage() + "): copy it again");
    }
  }

  private Optional<String> objection() throws IOException {
    Set<String> names = new HashSet<>();
    boolean anySigned = false;
    String unsigned = null;
    for (JarEntry entry : jar.stream().toList()) {
      if (!names.add(entry.getName())) {
        return Optional.of("holds " + entry.getName() + " twice: build it again");
      }
      if (entry.isDirectory() || isOfSignature(entry.getName())) {
        continue;
      }
      readToEnd(entry); // signers are known, and digests compared, after the last octet only
      CodeSigner[] signers = entry.getCodeSigners();
      if (signers == null) {
        unsigned = unsigned == null ? entry.getName() : unsigned;
        continue;
      }
      anySigned = true;
      Optional<String> problem = problem(signers);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return unsigned == null ? Optional.empty() : Optional.of(unsigned(unsigned, anySigned));
  }

  private static String unsigned(String entry, boolean anySigned) {
    return anySigned
        ? "is signed in part only: " + entry + " was added or left out" + CURE
        : "is not signed, and etc/trusted asks for signatures" + CURE;
  }

  private Optional<String> problem(CodeSigner[] signers) throws IOException {
    List<CodeSigner> known =
        Arrays.stream(signers)
            .filter(signer -> trusted.vouchFor(signer.getSignerCertPath().getCertificates()))
            .toList();
    if (known.isEmpty()) {
      return Optional.of(
          "is signed by " + name(signers[0]) + ", whom etc/trusted does not hold" + CURE);
    }
    for (CodeSigner signer : known) {
      if (validWhenItSigned(signer)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        "was signed by "
            + name(known.getFirst())
            + " with a certificate that was not valid then:"
            + " renew the key, put its certificate into etc/trusted and sign again");
  }

  private boolean validWhenItSigned(CodeSigner signer) throws IOException {
    Instant when = SigningTime.of(jar, signer);
    try {
      certificate(signer).checkValidity(Date.from(when));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private void readToEnd(JarEntry entry) throws IOException {
    try (InputStream octets = jar.getInputStream(entry)) {
      octets.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** The files that carry a signature can't be signed by it; nothing else is excused. */
  static boolean isOfSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean block =
        upper.endsWith(".SF")
            || upper.endsWith(".RSA")
            || upper.endsWith(".DSA")
            || upper.endsWith(".EC");
    return upper.equals(JarFile.MANIFEST_NAME)
        || (upper.startsWith("META-INF/") && upper.indexOf('/', 9) < 0 && block);
  }

  static X509Certificate certificate(CodeSigner signer) {
    return (X509Certificate) signer.getSignerCertPath().getCertificates().getFirst();
  }

  private static String name(CodeSigner signer) {
    return certificate(signer).getSubjectX500Principal().getName();
  }
}
