package org.restante.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class DemoTest {

  @Test
  void theKnownCredentialIsOfTheKnownPassword() {
    String[] parts = Demo.CREDENTIAL.split("\\$");
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(19_456)
            .withIterations(2)
            .withParallelism(1)
            .withSalt(Base64.getDecoder().decode(parts[4]))
            .build());
    byte[] hash = new byte[32];
    argon2.generateBytes("pass".getBytes(StandardCharsets.UTF_8), hash);
    assertThat(Base64.getEncoder().withoutPadding().encodeToString(hash)).isEqualTo(parts[5]);
  }
}
