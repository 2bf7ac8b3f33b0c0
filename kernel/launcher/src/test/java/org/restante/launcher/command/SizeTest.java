package org.restante.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {

  @ParameterizedTest
  @CsvSource({"0,0", "1000,1000", "1K,1024", "500M,524288000", "2g,2147483648", "1T,1099511627776"})
  void unitsArePowersOf1024(String text, long octets) {
    assertThat(Size.parse(text).octets()).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "five", "1.5G", "-1", "9999999999G", "1 M", "10MB"})
  void anythingElseIsNamed(String text) {
    assertThatThrownBy(() -> Size.parse(text)).hasMessageContaining("«" + text + "»");
  }
}
