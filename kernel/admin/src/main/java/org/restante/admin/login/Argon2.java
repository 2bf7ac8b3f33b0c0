package org.restante.admin.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the PHC text form: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @param memoryKiB memory of one hash in KiB
 * @param passes passes over the memory
 */
record Argon2(int memoryKiB, int passes) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_OCTETS = 16;
  private static final int HASH_OCTETS = 32;

  String hash(String password) {
    byte[] salt = new byte[SALT_OCTETS];
    RANDOM.nextBytes(salt);
    return new Phc(memoryKiB, passes, 1, salt, compute(password, memoryKiB, passes, 1, salt)).text();
  }

  /** Whether the password is the hashed one; a malformed hash is nobody's. */
  static boolean verify(String password, String credential) {
    return Phc.parse(credential)
        .map(
            phc ->
                MessageDigest.isEqual(
                    phc.hash(),
                    compute(password, phc.memoryKiB(), phc.passes(), phc.lanes(), phc.salt())))
        .orElse(false);
  }

  private static byte[] compute(String password, int memory, int passes, int lanes, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_OCTETS];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  /** Base64 as PHC wants it: no padding. */
  static Base64.Encoder encoder() {
    return Base64.getEncoder().withoutPadding();
  }
}
