package org.restante.core.tls;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * A private key and the certificates that vouch for it, the server's own first.
 *
 * @param chain the certificate and its issuers
 */
record PemIdentity(PrivateKey key, List<X509Certificate> chain) {

  PemIdentity {
    chain = List.copyOf(chain);
  }

  /**
   * Reads both files.
   *
   * @throws IOException with one line for the operator where they can't be used
   */
  static PemIdentity read(Path certificates, Path key) throws IOException {
    PemIdentity identity = new PemIdentity(readKey(key), readChain(certificates));
    if (!identity.fits()) {
      throw new IOException(key + " is not the key of " + certificates);
    }
    return identity;
  }

  private static List<X509Certificate> readChain(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      List<X509Certificate> chain = new ArrayList<>();
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        chain.add((X509Certificate) certificate);
      }
      if (chain.isEmpty()) {
        throw new IOException(file + " holds no certificate");
      }
      return chain;
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no readable certificate", e);
    }
  }

  private static PrivateKey readKey(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
        PEMParser parser = new PEMParser(reader)) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        } else if (part instanceof PEMKeyPair pair) {
          return converter.getKeyPair(pair).getPrivate();
        }
      }
      throw new IOException(file + " holds no private key without a passphrase");
    }
  }

  private boolean fits() throws IOException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC", "ECDSA" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      byte[] sample = {1, 2, 3};
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(sample);
      byte[] signature = signing.sign();
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(chain.getFirst());
      verifying.update(sample);
      return verifying.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
