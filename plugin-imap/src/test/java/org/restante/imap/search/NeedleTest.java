package org.restante.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.restante.imap.letter.Casemap;

/** Finding a text whatever the case. */
class NeedleTest {

  @Property
  void findsWhatContainsFinds(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 5) String wanted,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 30) String text) {
    assertThat(Needle.of(wanted).in(text)).isEqualTo(text.contains(wanted));
    assertThat(Needle.of(wanted.toUpperCase(Locale.ROOT)).in(text))
        .isEqualTo(text.contains(wanted));
  }

  @Property
  void findsWhatTheFoldedTextContains(
      @ForAll("wanted") String wanted, @ForAll("long texts") String text) {
    boolean there = Casemap.fold(text).contains(Casemap.fold(wanted));
    assertThat(Needle.of(wanted).in(text)).isEqualTo(there);
    assertThat(Needle.of(wanted).in(new StringReader(text))).isEqualTo(there);
  }

  @Provide("wanted")
  Arbitrary<String> wanted() {
    return Arbitraries.strings().withChars("abBé\ufb01f").ofMinLength(1).ofMaxLength(6);
  }

  /** ASCII for a while, then whatever may be. */
  @Provide("long texts")
  Arbitrary<String> longTexts() {
    Arbitrary<String> ascii = Arbitraries.strings().withChars("aAbBfie").ofMaxLength(200);
    Arbitrary<String> any = Arbitraries.strings().withChars("abfiéE\u0301\ufb01").ofMaxLength(60);
    return Combinators.combine(ascii, any, ascii)
        .as((first, second, third) -> first + second + third);
  }

  @Test
  void foldsCaseInEveryScript() {
    assertThat(Needle.of("KÖLN").in("in köln am rhein")).isTrue();
    assertThat(Needle.of("привет").in("ПРИВЕТ")).isTrue();
    assertThat(Needle.of("\ud801\udc00").in("\ud801\udc28")).isTrue();
    assertThat(Needle.of("köln").in("bonn")).isFalse();
  }

  @Test
  void findsAcrossChunks() {
    String text = "x".repeat(8 * 1024 - 2) + "needle" + "x".repeat(100);
    assertThat(Needle.of("NEEDLE").in(new StringReader(text))).isTrue();
  }
}
