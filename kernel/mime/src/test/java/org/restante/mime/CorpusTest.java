package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.mime.Corpus.Letter;
import org.restante.mime.stored.MimeIndexCodec;

/**
 * Every letter of the corpus against its golden answers.
 *
 * @rfc 3501 7.4.2
 */
class CorpusTest {

  static List<Letter> letters() {
    return Corpus.letters();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void hasItsBodyStructure(Letter letter) {
    assertThat(BodyStructure.of(letter.index().root())).isEqualTo(letter.golden(".bodystructure"));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void hasItsEnvelope(Letter letter) {
    assertThat(BodyStructure.envelope(letter.index().envelope()))
        .isEqualTo(letter.golden(".envelope"));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void isTheSameCutAnywhere(Letter letter) {
    MimeIndex whole = letter.index();
    for (int cut = 0; cut <= letter.octets().length; cut++) {
      assertThat(Letters.index(letter.octets(), List.of(cut))).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void isTheSameOctetByOctet(Letter letter) {
    List<Integer> cuts = IntStream.rangeClosed(0, letter.octets().length).boxed().toList();
    assertThat(Letters.index(letter.octets(), cuts)).isEqualTo(letter.index());
  }

  @ParameterizedTest
  @MethodSource("letters")
  void surviveEncoding(Letter letter) {
    byte[] encoded = MimeIndexCodec.encode(letter.index());
    assertThat(MimeIndexCodec.decode(encoded)).isEqualTo(letter.index());
  }
}
