package org.restante.mime.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * @rfc 2047 8
 */
class EncodedWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "(=?ISO-8859-1?Q?a?=)|(a)",
        "(=?ISO-8859-1?Q?a?= b)|(a b)",
        "(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)|(ab)",
        "(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)|(ab)",
        "(=?ISO-8859-1?Q?a_b?=)|(a b)",
        "(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)|(a b)",
        "=?ISO-8859-1?Q?Andr=E9?= Pirard|André Pirard",
        "=?US-ASCII*EN?Q?Keith_Moore?=|Keith Moore",
        "=?koi8-r?B?8NLJ18XU?=|Привет",
        "=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=|こんにちは",
        "=?windows-1256?Q?=E3=D1=CD=C8=C7?=|مرحبا",
        "=?utf-8?B?4oI=?= =?UTF-8?B?rA==?=|€",
        "=?utf-8?B?4oKs?|=?utf-8?B?4oKs?",
        "=?nosuch?Q?=C3=A9?=|é",
        "=?utf-8?Q?=zz=4?=|=zz=4",
        "=?utf-8?X?abc?=|=?utf-8?X?abc?=",
        "=?utf-8?Q??= x| x",
        "=?bad charset?Q?a?=|=?bad charset?Q?a?=",
        "a =?utf-8?Q?b c?= d|a b c d",
      })
  void decodes(String raw, String text) {
    assertThat(EncodedWords.decode(raw)).isEqualTo(text);
  }

  @Test
  void rawOctetsAreUtf8OrWestern() {
    assertThat(EncodedWords.decode(octets("дом"))).isEqualTo("дом");
    assertThat(EncodedWords.decode("caf\u00e9 \u0080")).isEqualTo("café €");
    assertThat(EncodedWords.decode(octets("дом =?utf-8?Q?a?="))).isEqualTo("дом a");
  }

  @Property
  void neverThrows(@ForAll @CharRange(from = 0, to = 255) String value) {
    assertThat(EncodedWords.decode("=?utf-8?B?" + value)).isNotNull();
    assertThat(EncodedWords.decode("=?" + value + "?= =?x?q?" + value + "?=")).isNotNull();
  }

  private static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
