package org.restante.account;

import java.util.Optional;

/**
 * A login by SCRAM-SHA-256 that has begun. Where there is no such account, or no keys of its
 * password, it looks the same until the proof is wrong. For one thread, blocks.
 *
 * @rfc 5802 3
 */
public interface ScramLogin {

  /** The salt of the password. */
  byte[] salt();

  /** The rounds of the hash. */
  int iterations();

  /**
   * Verifies a proof.
   *
   * @param exchange both first messages and the final one without its proof
   */
  Verdict verify(byte[] exchange, byte[] proof);

  /**
   * How it ended.
   *
   * @param signature the server's, where the proof was right
   */
  record Verdict(Authentication authentication, Optional<byte[]> signature) {}
}
