package org.restante.core.signature;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key with its certificate, and what jarsigner does with it. */
record SigningKey(PrivateKey key, X509Certificate certificate, List<X509Certificate> chain) {

  static SigningKey selfSigned(String name) throws Exception {
    return selfSigned(name, Duration.ofDays(1));
  }

  /** Valid from two days ago until so long from now. */
  static SigningKey selfSigned(String name, Duration validity) throws Exception {
    KeyPair pair = pair();
    X509Certificate own = certificate(name, pair, name, pair.getPrivate(), validity, true);
    return new SigningKey(pair.getPrivate(), own, List.of(own));
  }

  /** Issues another. */
  SigningKey issue(String name) throws Exception {
    KeyPair pair = pair();
    String issuer = certificate.getSubjectX500Principal().getName();
    X509Certificate own = certificate(name, pair, issuer, key, Duration.ofDays(1), false);
    return new SigningKey(pair.getPrivate(), own, List.of(own, certificate));
  }

  /** Claims to be issued by another, and shows its certificate. */
  static SigningKey impostor(SigningKey of) throws Exception {
    KeyPair pair = pair();
    String issuer = of.certificate.getSubjectX500Principal().getName();
    X509Certificate own =
        certificate("CN=impostor", pair, issuer, pair.getPrivate(), Duration.ofDays(1), false);
    return new SigningKey(pair.getPrivate(), own, List.of(own, of.certificate));
  }

  byte[] sign(Path jar) throws Exception {
    Path signed = jar.resolveSibling("signed.jar");
    CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
    try (ZipFile in = new ZipFile(jar.toFile());
        var out = Files.newOutputStream(signed)) {
      new JarSigner.Builder(key, path).build().sign(in, out);
    }
    return Files.readAllBytes(signed);
  }

  void trust(Path folder) throws Exception {
    Files.createDirectories(folder);
    String text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    Files.writeString(
        folder.resolve(certificate.getSerialNumber() + ".pem"),
        "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(
      String name, KeyPair pair, String issuer, PrivateKey by, Duration validity, boolean authority)
      throws Exception {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            BigInteger.valueOf(Arrays.hashCode(pair.getPublic().getEncoded())).abs(),
            Date.from(now.minus(Duration.ofDays(2))),
            Date.from(now.plus(validity)),
            new X500Name(name),
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
  }
}
