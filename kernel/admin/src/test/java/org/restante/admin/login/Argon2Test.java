package org.restante.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class Argon2Test {

  private final Argon2 argon2 = new Argon2(64, 1);

  /** The test vector for Argon2id. @rfc 9106 5.3 */
  @Test
  void knownAnswer() {
    Argon2Parameters parameters =
        Argon2.parameters(32, 3, 4, filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build();
    assertThat(HexFormat.of().formatHex(Argon2.compute("\u0001".repeat(32), parameters)))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  @Test
  void aHashIsOfItsPasswordOnly() {
    String credential = argon2.hash("Grüße 📮");
    assertThat(argon2.verify("Grüße 📮", credential)).isTrue();
    assertThat(argon2.verify("Grüsse 📮", credential)).isFalse();
    assertThat(argon2.verify("", credential)).isFalse();
  }

  @Test
  void noTwoHashesAreAlike() {
    assertThat(argon2.hash("pass")).isNotEqualTo(argon2.hash("pass"));
  }

  @Test
  void theHashSaysHowItWasMadeSoStrongerSettingsKeepOldPasswords() {
    String credential = argon2.hash("pass");
    assertThat(credential).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    assertThat(new Argon2(128, 2).verify("pass", credential)).isTrue();
  }

  @Test
  void nobodysCredentialCostsTheSameAndOpensForNothing() {
    String nobodys = argon2.ofNobody();
    assertThat(nobodys).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    assertThat(argon2.verify("", nobodys)).isFalse();
  }

  private static byte[] filled(int length, int octet) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) octet);
    return octets;
  }
}
