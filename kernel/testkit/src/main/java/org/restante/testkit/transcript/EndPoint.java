package org.restante.testkit.transcript;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/**
 * What a client binds a login to: the hash of the server's certificate.
 *
 * @rfc 5929 4.1
 */
final class EndPoint {
  private EndPoint() {}

  static byte[] of(Certificate certificate) throws GeneralSecurityException {
    String signature = ((X509Certificate) certificate).getSigAlgName();
    String hash =
        signature.startsWith("SHA384") || signature.startsWith("SHA512")
            ? "SHA-" + signature.substring(3, 6)
            : "SHA-256";
    return MessageDigest.getInstance(hash).digest(certificate.getEncoded());
  }
}
