package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * @rfc 2231 4
 */
class ContentFieldsTest {

  @Test
  void decodesTheFileName() {
    assertThat(content("027").fileName()).contains("rate €  100%".replace("  ", " "));
    assertThat(content("027").parameter("NAME")).contains("a very long name.pdf");
  }

  @Test
  void prefersTheExtendedForm() {
    byte[] letter =
        Letters.octets("Content-Disposition: x; filename=plain; filename*=''%C3%A9\n\n");
    assertThat(Letters.index(letter).root().content().fileName()).contains("é");
  }

  @Test
  void fallsBackToTheName() {
    byte[] letter = Letters.octets("Content-Type: a/b; name=\"=?utf-8?Q?=C3=A9?=\"\n\n");
    assertThat(Letters.index(letter).root().content().fileName()).contains("é");
  }

  /** RFC 3501 §7.4.2 wants the URI, not what senders put around it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "http://e.test/x.png, http://e.test/x.png",
        "`(here) http://e.test/x_(y).png (or there)`, http://e.test/x_(y).png",
        "`\"ftp://e.test/much/\n\tmore\"`, ftp://e.test/much/more",
        "`http://e.test/much/\n more`, http://e.test/much/more"
      })
  void theLocationIsTheUriAlone(String field, String uri) {
    byte[] letter = Letters.octets("Content-Location: " + field + "\n\n");
    assertThat(Letters.index(letter).root().content().location()).isEqualTo(uri);
  }

  private static ContentFields content(String letter) {
    return Corpus.letter(letter).index().root().content();
  }
}
