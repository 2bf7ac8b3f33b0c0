package org.restante.imap.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Modified UTF-7 has one form for each name.
 *
 * @rfc 3501 5.1.3
 */
class ModifiedUtf7Test {

  @Test
  void isAsInTheExamples() {
    assertThat(ModifiedUtf7.encode("~peter/mail/\u53f0\u5317/\u65e5\u672c\u8a9e"))
        .isEqualTo("~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    assertThat(ModifiedUtf7.decode("&Jjo-!")).contains("\u263a!");
    assertThat(ModifiedUtf7.decode("a&-b")).contains("a&b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&Jjo!", "&U,BTFw-&ZeVnLIqe-", "&AGE-", "&", "a&b", "&!!-", "\u00e4"})
  void otherFormsAreRefused(String wire) {
    assertThat(ModifiedUtf7.decode(wire)).isEmpty();
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("names") String name) {
    String wire = ModifiedUtf7.encode(name);
    assertThat(wire.chars()).allMatch(c -> c >= ' ' && c < 0x7f);
    assertThat(ModifiedUtf7.decode(wire)).contains(name);
  }

  @Property
  void whatIsReadIsWrittenBack(@ForAll String wire) {
    ModifiedUtf7.decode(wire)
        .ifPresent(name -> assertThat(ModifiedUtf7.encode(name)).isEqualTo(wire));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
            Arbitraries.of("&", "-", ",", "/", "\u00e4", "\u65e5", "\ud83d\ude00", "a b"),
            Arbitraries.strings().withCharRange(' ', '\u024f').ofMaxLength(6))
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
