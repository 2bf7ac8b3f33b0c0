package org.restante.admin.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the PHC text form: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @param memoryKiB memory of a new hash in KiB
 * @param passes passes of a new hash over the memory
 * @rfc 9106 3
 */
record Argon2(int memoryKiB, int passes) implements PasswordHash {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_OCTETS = 16;
  private static final int LANES = 1;

  @Override
  public String hash(String password) {
    byte[] salt = new byte[SALT_OCTETS];
    RANDOM.nextBytes(salt);
    byte[] hash = compute(password, parameters(memoryKiB, passes, LANES, salt).build());
    return new Phc(memoryKiB, passes, LANES, salt, hash).text();
  }

  @Override
  public boolean verify(String password, String credential) {
    return Phc.parse(credential).map(phc -> isHashOf(password, phc)).orElse(false);
  }

  @Override
  public String ofNobody() {
    return new Phc(memoryKiB, passes, LANES, new byte[SALT_OCTETS], new byte[Phc.HASH_OCTETS])
        .text();
  }

  private static boolean isHashOf(String password, Phc phc) {
    Argon2Parameters parameters =
        parameters(phc.memoryKiB(), phc.passes(), phc.lanes(), phc.salt()).build();
    return MessageDigest.isEqual(phc.hash(), compute(password, parameters));
  }

  static Argon2Parameters.Builder parameters(int memory, int passes, int lanes, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memory)
        .withIterations(passes)
        .withParallelism(lanes)
        .withSalt(salt);
  }

  static byte[] compute(String password, Argon2Parameters parameters) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] hash = new byte[Phc.HASH_OCTETS];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
