package org.restante.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrakeTest {

  private static final InetAddress HERE = address(1);
  private static final InetAddress ELSEWHERE = address(2);

  private final ManualTicker time = new ManualTicker();
  private final Brake brake = new Brake(3, Duration.ofSeconds(60), time);

  @BeforeEach
  void threeWrongPasswords() {
    for (int i = 0; i < 3; i++) {
      assertThat(brake.holds("user1", HERE)).isFalse();
      brake.failed("user1", HERE);
    }
  }

  @Test
  void holdsAfterTheAllowedNumber() {
    assertThat(brake.holds("user1", HERE)).isTrue();
    assertThat(brake.holds("USER1", HERE)).isTrue();
  }

  @Test
  void holdsNobodyElse() {
    assertThat(brake.holds("user2", HERE)).isFalse();
    assertThat(brake.holds("user1", ELSEWHERE)).isFalse();
  }

  @Test
  void aQuietTimeLiftsIt() {
    time.pass(Duration.ofSeconds(61));
    assertThat(brake.holds("user1", HERE)).isFalse();
  }

  @Test
  void aRightPasswordLiftsIt() {
    brake.succeeded("user1", HERE);
    assertThat(brake.holds("user1", HERE)).isFalse();
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) last});
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible); // four octets are an address
    }
  }
}
