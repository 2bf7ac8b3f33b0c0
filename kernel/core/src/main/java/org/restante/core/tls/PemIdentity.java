package org.restante.core.tls;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
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

  /** By the numbers of the two keys: to sign something and verify it takes many times as long. */
  private boolean fits() throws IOException {
    return switch (PrivateKeyFactory.createKey(key.getEncoded())) {
      case ECPrivateKeyParameters ec ->
          publicKey() instanceof ECPublicKeyParameters point
              && point.getParameters().equals(ec.getParameters())
              && new FixedPointCombMultiplier()
                  .multiply(ec.getParameters().getG(), ec.getD())
                  .equals(point.getQ());
      case RSAKeyParameters rsa ->
          publicKey() instanceof RSAKeyParameters open
              && open.getModulus().equals(rsa.getModulus());
      case Ed25519PrivateKeyParameters ed ->
          publicKey() instanceof Ed25519PublicKeyParameters open
              && Arrays.equals(open.getEncoded(), ed.generatePublicKey().getEncoded());
      default -> throw new IOException("a key is EC, RSA or Ed25519, not " + key.getAlgorithm());
    };
  }

  private AsymmetricKeyParameter publicKey() throws IOException {
    return PublicKeyFactory.createKey(chain.getFirst().getPublicKey().getEncoded());
  }
}
