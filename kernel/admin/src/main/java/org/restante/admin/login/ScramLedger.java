package org.restante.admin.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.ScramKeys;

/**
 * The SCRAM keys of accounts. A client is told one salt before it has shown which password it has,
 * so all passwords of an account share theirs. Thread-safe.
 *
 * @param iterations rounds for new salts; 0: there is no SCRAM
 */
record ScramLedger(AccountDirectory accounts, int iterations) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_OCTETS = 16;
  private static final String MAC = "HmacSHA256";
  private static final SecretKeySpec DECOY = new SecretKeySpec(random(32), MAC);

  /** How a password is salted. */
  @SuppressWarnings("ArrayRecordComponent") // made for one hash
  record Salt(byte[] octets, int iterations) {}

  boolean isOpen() {
    return iterations > 0;
  }

  /** A salt for the first password of an account. */
  Salt fresh() {
    return new Salt(random(SALT_OCTETS), iterations);
  }

  /** The salt of an account's passwords, or a fresh one. */
  Salt of(AccountId account) {
    return keys(account).stream()
        .findFirst()
        .map(keys -> new Salt(keys.salt(), keys.iterations()))
        .orElseGet(this::fresh);
  }

  /** The keys of all passwords of an account that have some, and the same salt. */
  List<ScramKeys> keys(AccountId account) {
    List<ScramKeys> all =
        Stream.concat(
                accounts.credential(account).stream(),
                accounts.applicationPasswords(account).stream()
                    .map(ApplicationPassword::id)
                    .flatMap(id -> accounts.applicationCredential(account, id).stream()))
            .flatMap(text -> Credential.parse(text).keys().stream())
            .toList();
    return all.stream().filter(keys -> Arrays.equals(keys.salt(), all.getFirst().salt())).toList();
  }

  /** The credential with keys of its password, where there is SCRAM. */
  Credential keyed(Credential credential, String password, Salt salt) {
    return isOpen()
        ? credential.with(ScramKeys.of(password, salt.octets(), salt.iterations()))
        : credential;
  }

  /**
   * A salt for a login that has none: the same each time, so that nobody learns which accounts
   * there are by asking twice.
   *
   * @rfc 5802 9
   */
  Salt decoy(String login) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(DECOY);
      byte[] octets = mac.doFinal(login.getBytes(StandardCharsets.UTF_8));
      return new Salt(Arrays.copyOf(octets, SALT_OCTETS), iterations);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + MAC, impossible);
    }
  }

  /** Whether a credential should get keys: it has none, and there is SCRAM. */
  boolean wants(Optional<Credential> credential) {
    return isOpen() && credential.filter(known -> known.keys().isEmpty()).isPresent();
  }

  private static byte[] random(int octets) {
    byte[] random = new byte[octets];
    RANDOM.nextBytes(random);
    return random;
  }
}
