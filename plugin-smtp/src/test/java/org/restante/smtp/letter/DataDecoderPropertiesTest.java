package org.restante.smtp.letter;

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
import net.jqwik.api.constraints.IntRange;

/**
 * What a client stuffs comes out as it was, and nothing but CRLF "." CRLF ends it.
 *
 * @rfc 5321 4.5.2
 */
class DataDecoderPropertiesTest {

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withChars('\r', '\n', '.', 'a', '\0', '\u00ff').ofMaxLength(24);
  }

  @Property(tries = 5000)
  void readingWhatWasWrittenIsTheIdentity(
      @ForAll("letters") String text, @ForAll @IntRange(min = 1, max = 30) int piece) {
    byte[] sent = (stuffed(text) + "NEXT").getBytes(ISO_8859_1);
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    DataDecoder decoder = new DataDecoder(letter::write);
    int at = 0;
    while (!decoder.ended()) {
      byte[] octets = Arrays.copyOfRange(sent, at, Math.min(at + piece, sent.length));
      at += decoder.take(octets, octets.length);
    }
    assertThat(letter.toString(ISO_8859_1)).isEqualTo(whole(text));
    assertThat(at).isEqualTo(sent.length - 4);
  }

  /** Only the first CRLF "." CRLF (or "." CRLF at the very beginning) is an end. */
  @Property(tries = 5000)
  void endsNowhereElse(@ForAll("letters") String text) {
    byte[] octets = text.getBytes(ISO_8859_1);
    DataDecoder decoder = new DataDecoder((b, offset, length) -> {});
    int taken = decoder.take(octets, octets.length);
    int end = ("\r\n" + text).indexOf("\r\n.\r\n");
    assertThat(decoder.ended()).isEqualTo(end >= 0);
    assertThat(taken).isEqualTo(end < 0 ? octets.length : end + 3);
  }

  @Example
  void passesMoreThanItsBuffer() {
    byte[] sent = ("x".repeat(100_000) + "\r\n.\r\n").getBytes(ISO_8859_1);
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    DataDecoder decoder = new DataDecoder(letter::write);
    assertThat(decoder.take(sent, sent.length)).isEqualTo(sent.length);
    assertThat(letter.size()).isEqualTo(100_002);
  }

  /**
   * As RFC 5321 §4.5.2 asks of clients: a letter ends in CRLF, a dot that begins a line is doubled.
   */
  private static String stuffed(String text) {
    String whole = whole(text);
    String doubled = whole.replace("\r\n.", "\r\n..");
    return (doubled.startsWith(".") ? "." : "") + doubled + ".\r\n";
  }

  private static String whole(String text) {
    return text.isEmpty() || text.endsWith("\r\n") ? text : text + "\r\n";
  }
}
