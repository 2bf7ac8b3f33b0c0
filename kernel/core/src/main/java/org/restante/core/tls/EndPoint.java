package org.restante.core.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;

/**
 * The channel binding tls-server-end-point: the hash of a certificate, by the hash function of its
 * signature, where that is not one that is too weak.
 *
 * @rfc 5929 4.1
 */
final class EndPoint {
  private EndPoint() {}

  static byte[] of(X509Certificate certificate) throws IOException {
    try {
      return MessageDigest.getInstance(hash(certificate.getSigAlgName()))
          .digest(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate can't be hashed", e);
    }
  }

  /** By the name of a signature algorithm, as in SHA384withECDSA; SHA-256 where it tells none. */
  static String hash(String signature) {
    String name = signature.toUpperCase(Locale.ROOT);
    if (name.startsWith("SHA384")) {
      return "SHA-384";
    }
    return name.startsWith("SHA512") ? "SHA-512" : "SHA-256";
  }
}
