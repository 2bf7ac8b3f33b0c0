package org.restante.imap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

/**
 * i;unicode-casemap.
 *
 * @rfc 5051 2
 */
class CasemapTest {

  @Test
  void casesAndCompositionsAreOne() {
    assertThat(Casemap.fold("Straße")).isEqualTo("STRAßE");
    assertThat(Casemap.fold("\u00e4")).isEqualTo(Casemap.fold("A\u0308"));
    assertThat(Casemap.fold("\ufb01n")).isEqualTo("fiN");
    assertThat(Casemap.fold("ABC1")).isEqualTo("ABC1");
  }

  @Property
  void theOrderIsThatOfUtf8(
      @ForAll @CharRange(from = '\ud7f0', to = '\ue00f') String one,
      @ForAll @CharRange(from = '\ud7f0', to = '\ue00f') String other) {
    String a = wellFormed(one);
    String b = wellFormed(other);
    int octets =
        Arrays.compareUnsigned(
            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    assertThat(Integer.signum(Casemap.compare(a, b))).isEqualTo(Integer.signum(octets));
  }

  /** Pairs of surrogates where there were halves. */
  private static String wellFormed(String text) {
    StringBuilder formed = new StringBuilder();
    text.chars()
        .forEach(c -> formed.appendCodePoint(Character.isSurrogate((char) c) ? 0x10000 + c : c));
    return formed.toString();
  }
}
