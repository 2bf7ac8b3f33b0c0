package org.restante.pop3.multiline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a client gets is what is stored.
 *
 * @rfc 1939 3
 */
class MultiLinePropertiesTest {

  /** Letters in which everything that could go wrong is near. */
  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withChars('\r', '\n', '.', 'a', '\0', '\u00ff').ofMaxLength(24);
  }

  @Property(tries = 5000)
  void aStrictClientGetsTheOctets(@ForAll("letters") String text) {
    byte[] letter = text.getBytes(ISO_8859_1);
    byte[] got = StrictReader.read(response(letter, letter.length + 1));
    assertThat(got).isEqualTo(asSent(letter));
  }

  @Property(tries = 2000)
  void piecesMakeNoDifference(@ForAll("letters") String text) {
    byte[] letter = text.getBytes(ISO_8859_1);
    assertThat(response(letter, 1)).isEqualTo(response(letter, letter.length + 1));
  }

  /** A client for which LF ends a line does not take the letter's octets for our replies. */
  @Property(tries = 5000)
  void noLetterEndsTheResponse(@ForAll("letters") String text) {
    String response = new String(response(text.getBytes(ISO_8859_1), 7), ISO_8859_1);
    String[] lines = response.split("\n", -1);
    for (int i = 0; i < lines.length - 2; i++) {
      String line = lines[i];
      assertThat(line.equals(".") || line.equals(".\r")).as("line %d of %s", i, lines).isFalse();
    }
    assertThat(response).endsWith(".\r\n");
  }

  @Example
  void linesAndLettersLongerThanTheBuffer() {
    byte[] letter = new byte[100_000];
    Arrays.fill(letter, (byte) '.');
    letter[99_998] = '\r';
    letter[99_999] = '\n';
    assertThat(StrictReader.read(response(letter, 1000))).isEqualTo(letter);
  }

  private static byte[] response(byte[] letter, int piece) {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    MultiLineWriter writer = new MultiLineWriter(sent::write);
    for (int at = 0; at < letter.length; at += piece) {
      writer.write(letter, at, Math.min(piece, letter.length - at));
    }
    writer.end();
    return sent.toByteArray();
  }

  /** The letter, the line end of the framing, and the guard on lone dots: see the package. */
  private static byte[] asSent(byte[] letter) {
    String text = new String(letter, ISO_8859_1);
    String framed = text.isEmpty() || text.endsWith("\r\n") ? text : text + "\r\n";
    return framed.replaceAll("(?<!\r)(\n\\.)(?=[\r\n])", "$1.").getBytes(ISO_8859_1);
  }
}
