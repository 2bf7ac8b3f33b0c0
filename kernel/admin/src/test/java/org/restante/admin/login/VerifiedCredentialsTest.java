package org.restante.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerifiedCredentialsTest {

  private final ManualTicker time = new ManualTicker();
  private final VerifiedCredentials verified = new VerifiedCredentials(Duration.ofMinutes(5), time);

  @Test
  void remembersPairsOfHashAndPassword() {
    verified.add("$hash", "pass");
    assertThat(verified.contain("$hash", "pass")).isTrue();
    assertThat(verified.contain("$hash", "Pass")).isFalse();
    assertThat(verified.contain("$other", "pass")).isFalse();
  }

  @Test
  void whereOneEndsAndTheOtherBeginsMatters() {
    verified.add("ab", "c");
    assertThat(verified.contain("a", "bc")).isFalse();
  }

  @Test
  void forgetsAfterItsTime() {
    verified.add("$hash", "pass");
    time.pass(Duration.ofMinutes(6));
    assertThat(verified.contain("$hash", "pass")).isFalse();
  }
}
