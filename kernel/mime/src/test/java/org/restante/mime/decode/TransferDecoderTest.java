package org.restante.mime.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * @rfc 2045 6
 */
class TransferDecoderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "aGVsbG8=|hello",
        "aGVs\\r\\nbG8=\\r\\n|hello",
        "aGVsbG8|hello",
        "a G!V*s_bG8=|hello",
        "aGk=aGk=|hihi",
        "aGk=\\r\\n==aGk=|hihi",
        "a|''",
      })
  void base64(String encoded, String decoded) throws IOException {
    assertThat(decode(encoded, "BASE64")).isEqualTo(decoded.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "caf=E9|caf\u00e9",
        "caf=e9|caf\u00e9",
        "soft=\\r\\nbreak|softbreak",
        "soft=\\nbreak|softbreak",
        "soft= \\t\\r\\nbreak|softbreak",
        "end  \\r\\nnext\\t|end\\r\\nnext",
        "in  side|in  side",
        "a=20\\r\\n|a \\r\\n",
        "=|''",
        "=4|=4",
        "=zz = x|=zz = x",
        "a==\\r\\nb|a=b",
        "=3D=3d|==",
      })
  void quotedPrintable(String encoded, String decoded) throws IOException {
    assertThat(decode(encoded, "quoted-printable")).isEqualTo(decoded.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource({"7bit, true", "8Bit, true", "binary, true", "x-uuencode, false", "'', false"})
  void allElseIsTheOctets(String encoding, boolean known) throws IOException {
    assertThat(decode("=41 QQ==", encoding)).isEqualTo("=41 QQ==");
    assertThat(TransferDecoder.knows(encoding)).isEqualTo(known);
  }

  @Test
  void aLongRunOfSpacesIsKept() throws IOException {
    String line = "a" + " ".repeat(5_000) + "b";
    assertThat(decode(line, "quoted-printable")).isEqualTo(line);
  }

  @Property
  void readsWhatTheJdkEncodes(@ForAll byte[] octets) throws IOException {
    byte[] encoded = Base64.getMimeEncoder().encode(octets);
    assertThat(open(encoded, "base64").readAllBytes()).isEqualTo(octets);
  }

  @Property
  void anyOctetsAreDecoded(@ForAll byte[] octets) throws IOException {
    assertThat(open(octets, "base64").readAllBytes()).isNotNull();
    assertThat(open(octets, "quoted-printable").readAllBytes())
        .hasSizeLessThanOrEqualTo(octets.length);
  }

  private static String decode(String escaped, String encoding) throws IOException {
    byte[] octets = unescaped(escaped).getBytes(StandardCharsets.ISO_8859_1);
    String decoded = new String(open(octets, encoding).readAllBytes(), StandardCharsets.ISO_8859_1);
    return decoded.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t").replace("''", "");
  }

  private static InputStream open(byte[] octets, String encoding) {
    return TransferDecoder.open(new ByteArrayInputStream(octets), encoding);
  }
}
