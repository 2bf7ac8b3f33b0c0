package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

  private static ContentFields content(String letter) {
    return Corpus.letter(letter).index().root().content();
  }
}
