package org.restante.imap.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.message.UidSet;

/**
 * The formal syntax.
 *
 * @rfc 3501 9
 */
class ImapReaderTest {

  @Test
  void readsStringsInTheirThreeForms() {
    ImapReader in = ReaderOf.text("a]b \"c \\\"d\\\\\" {3}\r\ne f {2+}\r\ngh NIL");
    assertThat(in.expectAstring()).isEqualTo("a]b");
    in.expectSpace();
    assertThat(in.expectAstring()).isEqualTo("c \"d\\");
    in.expectSpace();
    assertThat(in.expectAstring()).isEqualTo("e f");
    in.expectSpace();
    assertThat(in.expectAstring()).isEqualTo("gh");
    in.expectSpace();
    assertThat(in.expectNstring()).isEmpty();
    in.expectEnd();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a", "\"a\\", "{", "{3", "{3}x", "{x}", "", "(", "\"a\0\"", "{1", "%"})
  void refusesOtherStrings(String text) {
    assertThatThrownBy(() -> ReaderOf.text(text).expectAstring()).isInstanceOf(SyntaxError.class);
  }

  @Test
  void literalsOfOneCommandHaveLimit() {
    ImapReader in = ReaderOf.text("{600}\r\n" + "x".repeat(600) + " {600}\r\n");
    assertThat(in.expectAstring()).hasSize(600);
    in.expectSpace();
    assertThatThrownBy(in::expectAstring).isInstanceOf(LiteralTooBig.class);
  }

  @Test
  void linesBetweenLiteralsCountToo() {
    ImapReader in = ReaderOf.text("{0+}\r\n" + (" ".repeat(300) + "{0+}\r\n").repeat(9));
    assertThatThrownBy(
            () -> {
              while (!in.atEnd()) {
                in.expectAstring();
                while (in.take(' ')) {
                  continue;
                }
              }
            })
        .isInstanceOf(LiteralTooBig.class);
  }

  @Test
  void skipsWhatTheClientSendsAnyway() {
    ImapReader in = ReaderOf.text("NONSENSE {3+}\r\nabc {2+}\r\nde {9}\r\nnext");
    in.skipRest();
    assertThat(in.atEnd()).as("behind {9}, which will not come").isTrue();
  }

  @Test
  void numbersHaveThirtyTwoBits() {
    assertThat(ReaderOf.text("4294967295").expectNumber()).isEqualTo(4294967295L);
    assertThatThrownBy(() -> ReaderOf.text("4294967296").expectNumber())
        .isInstanceOf(SyntaxError.class);
    assertThatThrownBy(() -> ReaderOf.text("0").expectPositive()).isInstanceOf(SyntaxError.class);
  }

  @Test
  void sequenceSetsAreAsInTheGrammar() {
    SequenceSet set = ReaderOf.text("2,4:7,9,12:*").expectSequenceSet();
    assertThat(set.upTo(15)).hasToString("2,4:7,9,12:15");
    assertThat(ReaderOf.text("*:4,5:7").expectSequenceSet().upTo(10)).hasToString("4:10");
    assertThat(ReaderOf.text("559:*").expectSequenceSet().upTo(20)).hasToString("20:559");
    assertThat(ReaderOf.text("*").expectSequenceSet().upTo(7)).isEqualTo(UidSet.of(7));
  }

  @Test
  void numbersAboveTheLastAreNoticed() {
    assertThat(ReaderOf.text("1:5").expectSequenceSet().exceeds(4)).isTrue();
    assertThat(ReaderOf.text("1:5").expectSequenceSet().exceeds(5)).isFalse();
    assertThat(ReaderOf.text("*").expectSequenceSet().exceeds(0)).isTrue();
    assertThat(ReaderOf.text("1:*").expectSequenceSet().exceeds(1)).isFalse();
  }

  @Test
  void setsHaveLimit() {
    String set = "1" + ",2".repeat(100);
    assertThatThrownBy(() -> ReaderOf.text(set).expectSequenceSet())
        .isInstanceOf(SyntaxError.class);
  }
}
