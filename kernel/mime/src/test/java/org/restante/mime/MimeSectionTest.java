package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mime.MimeSection.Kind;

/**
 * Sections of the letter that the RFC draws (008), and of letters without parts.
 *
 * @rfc 3501 6.4.5
 */
class MimeSectionTest {

  @ParameterizedTest
  @CsvSource({
    "1, part 1",
    "2, part 2",
    "3.1, part 3.1",
    "3.2, part 3.2",
    "4.2.1, part 4.2.1",
    "4.2.2.1, part 4.2.2.1",
    "4.2.2.2, part 4.2.2.2",
  })
  void bodies(String path, String body) {
    assertThat(text("008", path, Kind.WHOLE)).contains(body + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({"'', complex", "3, three", "4.2, four two"})
  void headersOfMessages(String path, String subject) {
    assertThat(text("008", path, Kind.HEADER).orElseThrow())
        .contains("Subject: " + subject + "\r\n")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({"'', m0", "3, m3", "4.2, m42"})
  void textsOfMessages(String path, String boundary) {
    assertThat(text("008", path, Kind.TEXT).orElseThrow()).startsWith("--" + boundary + "\r\n");
  }

  @Test
  void aMessagePartIsTheWholeMessage() {
    assertThat(text("008", "3", Kind.WHOLE).orElseThrow())
        .isEqualTo(
            text("008", "3", Kind.HEADER).orElseThrow()
                + text("008", "3", Kind.TEXT).orElseThrow());
  }

  @Test
  void mimeIsThePartsOwnHeader() {
    assertThat(text("008", "4.1", Kind.MIME))
        .contains("Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    assertThat(text("008", "3", Kind.MIME)).contains("Content-Type: message/rfc822\r\n\r\n");
  }

  @Test
  void theWholeLetter() {
    byte[] letter = Corpus.letter("008").octets();
    assertThat(text("008", "", Kind.WHOLE))
        .contains(Letters.text(letter, new OctetRange(0, letter.length)));
    assertThat(text("008", "", Kind.MIME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "0", "1.1", "2.1", "3.3", "4.3", "4.2.2.3", "4.2.2.2.1", "-1"})
  void partsThatAreNot(String path) {
    for (Kind kind : Kind.values()) {
      assertThat(text("008", path, kind)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "4", "4.1", "4.2.2"})
  void onlyMessagesHaveHeaderAndText(String path) {
    assertThat(text("008", path, Kind.HEADER)).isEmpty();
    assertThat(text("008", path, Kind.TEXT)).isEmpty();
  }

  @Test
  void aLetterWithoutPartsHasPartOne() {
    assertThat(text("001", "1", Kind.WHOLE)).isEqualTo(text("001", "", Kind.TEXT)).isPresent();
    assertThat(text("001", "1", Kind.MIME)).isEqualTo(text("001", "", Kind.HEADER));
    assertThat(text("001", "1.1", Kind.WHOLE)).isEmpty();
    assertThat(text("001", "2", Kind.WHOLE)).isEmpty();
  }

  @Test
  void aLetterThatIsAMessageHasItAsPartOne() {
    assertThat(text("032", "1", Kind.HEADER).orElseThrow()).startsWith("Subject: one\r\n");
    assertThat(text("032", "1.1", Kind.HEADER).orElseThrow()).startsWith("Subject: two\r\n");
    assertThat(text("032", "1.1.1", Kind.WHOLE)).contains("deep\r\n");
  }

  private static Optional<String> text(String name, String path, Kind kind) {
    List<Integer> numbers =
        Stream.of(path.split("\\.")).filter(n -> !n.isEmpty()).map(Integer::valueOf).toList();
    Corpus.Letter letter = Corpus.letter(name);
    return letter
        .index()
        .locate(new MimeSection(numbers, kind))
        .map(range -> Letters.text(letter.octets(), range));
  }
}
