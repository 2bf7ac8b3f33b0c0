package org.restante.smtp.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.message.MessageDraft;

/**
 * What a submitted letter is after its missing fields were added.
 *
 * @rfc 6409 8
 */
class MissingFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "'Subject: a|||b|', 'Date: d|Message-ID: m|Subject: a|||b|'",
    "'Date: x|||', 'Message-ID: m|Date: x|||'",
    "'Date : x|Message-Id: y|||', 'Date : x|Message-Id: y|||'",
    "'hello|', 'Date: d|Message-ID: m||hello|'",
    "hello, 'Date: d|Message-ID: m||hello'",
    "'hello|Subject: no field|', 'Date: d|Message-ID: m||hello|Subject: no field|'",
    "'|text|', 'Date: d|Message-ID: m||text|'",
    "'', 'Date: d|Message-ID: m|'",
    "'Subject: a| b|no field||c|', 'Date: d|Message-ID: m|Subject: a| b|no field||c|'"
  })
  void aLetterIsALetterAfterwards(String letter, String expected) {
    byte[] octets = letter.replace("|", "\r\n").getBytes(US_ASCII);
    for (int piece = 1; piece <= Math.max(1, octets.length); piece++) {
      Written draft = new Written();
      MissingFields fields = new MissingFields("Date: d\r\n", "Message-ID: m\r\n");
      for (int at = 0; at < octets.length; at += piece) {
        fields.write(octets, at, Math.min(piece, octets.length - at), draft);
      }
      fields.end(draft);
      assertThat(draft.octets.toString(US_ASCII).replace("\r\n", "|")).isEqualTo(expected);
    }
  }

  /** Octets, nothing more. */
  private static final class Written implements MessageDraft {
    final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    @Override
    public void write(byte[] from, int offset, int length) {
      octets.write(from, offset, length);
    }

    @Override
    public long size() {
      return octets.size();
    }

    @Override
    public void close() {}
  }
}
