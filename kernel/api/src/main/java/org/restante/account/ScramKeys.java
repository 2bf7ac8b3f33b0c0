package org.restante.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server keeps of a password for SCRAM-SHA-256: enough to verify a proof and to prove
 * itself, not enough to log in anywhere.
 *
 * @param salt the salt
 * @param iterations rounds of the hash
 * @param storedKey 32 octets
 * @param serverKey 32 octets
 * @rfc 5802 3
 * @rfc 7677 3
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
public record ScramKeys(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
  private static final String MAC = "HmacSHA256";

  /** The keys of a password. Takes the time of so many hashes. */
  public static ScramKeys of(String password, byte[] salt, int iterations) {
    byte[] salted = salted(ScramText.prepared(password), salt, iterations);
    return new ScramKeys(
        salt, iterations, hash(mac(salted, "Client Key")), mac(salted, "Server Key"));
  }

  /**
   * The server's signature, where a client's proof over the exchange is right.
   *
   * @param exchange the AuthMessage: both first messages and the final one without its proof
   */
  public Optional<byte[]> signature(byte[] exchange, byte[] proof) {
    byte[] clientKey = mac(storedKey, exchange);
    if (proof.length != clientKey.length) {
      return Optional.empty();
    }
    for (int i = 0; i < clientKey.length; i++) {
      clientKey[i] ^= proof[i];
    }
    return MessageDigest.isEqual(hash(clientKey), storedKey)
        ? Optional.of(mac(serverKey, exchange))
        : Optional.empty();
  }

  /** {@code Hi} of RFC 5802: PBKDF2 of one block. */
  private static byte[] salted(String password, byte[] salt, int iterations) {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    Mac mac = macOf(key.length == 0 ? new byte[1] : key);
    mac.update(salt);
    byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
    byte[] sum = round.clone();
    for (int i = 1; i < iterations; i++) {
      round = mac.doFinal(round);
      for (int at = 0; at < sum.length; at++) {
        sum[at] ^= round[at];
      }
    }
    return sum;
  }

  private static byte[] mac(byte[] key, String text) {
    return mac(key, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] mac(byte[] key, byte[] octets) {
    return macOf(key).doFinal(octets);
  }

  private static Mac macOf(byte[] key) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + MAC, impossible);
    }
  }

  private static byte[] hash(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
