package org.restante.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhcTest {

  private static final String HASH = "A".repeat(43);

  @Property
  void whatIsWrittenIsRead(
      @ForAll @IntRange(min = 8, max = 1 << 20) int memory,
      @ForAll @IntRange(min = 1, max = 99) int passes,
      @ForAll @Size(min = 9, max = 64) byte[] salt,
      @ForAll @Size(32) byte[] hash) {
    Phc phc = Phc.parse(new Phc(memory, passes, 1, salt, hash).text()).orElseThrow();
    assertThat(phc.memoryKiB()).isEqualTo(memory);
    assertThat(phc.passes()).isEqualTo(passes);
    assertThat(phc.lanes()).isEqualTo(1);
    assertThat(phc.salt()).isEqualTo(salt);
    assertThat(phc.hash()).isEqualTo(hash);
  }

  @Test
  void hashesOfOtherProgramsAreRead() {
    String text = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$" + HASH;
    assertThat(Phc.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHRz$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHRz$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHRz$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=8,t=1,p=2$c29tZXNhbHRz$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHRz$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRz$short"
      })
  void whatIsNoHashIsNobodys(String text) {
    assertThat(Phc.parse(text)).isEmpty();
    assertThat(new Argon2(64, 1).verify("plain", text)).isFalse();
  }
}
