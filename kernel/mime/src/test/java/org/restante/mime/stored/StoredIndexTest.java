package org.restante.mime.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.mime.Corpus;
import org.restante.mime.MimeIndex;

/** An index read as far as somebody asks. */
class StoredIndexTest {

  static List<Corpus.Letter> letters() {
    return Corpus.letters();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void theEnvelopeAloneIsThatOfTheIndex(Corpus.Letter letter) {
    MimeIndex index = letter.index();
    assertThat(stored(MimeIndexCodec.encode(index)).envelope()).isEqualTo(index.envelope());
    assertThat(stored(MimeIndexCodec.encode(index)).index()).isEqualTo(index);
  }

  @Test
  void whatCanNotBeReadIsMadeAnew() {
    MimeIndex index = Corpus.letter("008").index();
    byte[] encoded = MimeIndexCodec.encode(index);
    assertThat(new StoredIndex(null, () -> index).envelope()).isSameAs(index.envelope());
    assertThat(new StoredIndex(new byte[] {2, 0}, () -> index).envelope())
        .isSameAs(index.envelope());
    for (int length = 0; length < encoded.length; length++) {
      StoredIndex cut = new StoredIndex(Arrays.copyOf(encoded, length), () -> index);
      assertThat(cut.index()).isSameAs(index);
      assertThat(cut.envelope()).isEqualTo(index.envelope());
      assertThat(new StoredIndex(Arrays.copyOf(encoded, length), () -> index).envelope())
          .isEqualTo(index.envelope());
    }
  }

  private static StoredIndex stored(byte[] octets) {
    return new StoredIndex(
        octets,
        () -> {
          throw new AssertionError("it is there");
        });
  }
}
