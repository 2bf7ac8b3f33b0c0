package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * @rfc 3501 6.4.5
 */
class HeaderBlockTest {

  private static final String HEADER =
      "From: a\r\nno field\r\nSubject : folded\r\n\t line \r\nX: 1\r\nFROM:\r\nbad name: x\r\n\r\n";

  private final HeaderBlock block = HeaderBlock.of(Letters.octets(HEADER));

  @Test
  void fieldsAreInOrder() {
    assertThat(block.fields())
        .extracting(HeaderField::name)
        .containsExactly("From", "", "Subject", "X", "FROM", "");
  }

  @Test
  void aFieldKeepsItsOctetsAndUnfoldsItsValue() {
    HeaderField subject = block.named("SUBJECT").findFirst().orElseThrow();
    assertThat(subject.octets()).isEqualTo(Letters.octets("Subject : folded\r\n\t line \r\n"));
    assertThat(subject.value()).isEqualTo("folded\t line");
  }

  @Test
  void selectsByNameInAnyCase() {
    assertThat(select(Set.of("from", "x"), false)).isEqualTo("From: a\r\nX: 1\r\nFROM:\r\n\r\n");
  }

  @Test
  void selectsAllButTheNames() {
    assertThat(select(Set.of("from", "X"), true))
        .isEqualTo("no field\r\nSubject : folded\r\n\t line \r\nbad name: x\r\n\r\n");
  }

  @Test
  void theBlankLineIsThereWhateverIsSelected() {
    assertThat(select(Set.of("none"), false)).isEqualTo("\r\n");
  }

  @Test
  void withoutBlankLineNoneIsMade() {
    HeaderBlock cut = HeaderBlock.of(Letters.octets("From: a\nTo: b"));
    assertThat(cut.select(Set.of("to"), false)).isEqualTo(Letters.octets("To: b"));
    assertThat(cut.first("from")).contains("a");
  }

  @Test
  void whatIsBehindTheBlankLineIsNotRead() {
    assertThat(HeaderBlock.of(Letters.octets("A: b\n\nC: d\n")).fields()).hasSize(1);
  }

  private String select(Set<String> names, boolean not) {
    return new String(block.select(names, not), StandardCharsets.ISO_8859_1);
  }
}
