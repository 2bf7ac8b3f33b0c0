package org.restante.mime.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  @ParameterizedTest
  @CsvSource({
    "utf-8, Привет",
    "KOI8-R, Привет",
    "iso-2022-jp, こんにちは",
    "shift_jis, こんにちは",
    "GB2312, 你好",
    "big5, 你好",
    "euc-kr, 안녕",
    "windows-1255, שלום",
    "iso-8859-15, 10 €",
  })
  void reads(String charset, String text) throws IOException {
    assertThat(read(text.getBytes(Charset.forName(charset)), charset)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-ascii", "no-such-charset", "bad name!", "", "unknown-8bit"})
  void whatIsUnknownReadsAsAscii(String charset) throws IOException {
    assertThat(read("plain".getBytes(StandardCharsets.US_ASCII), charset)).isEqualTo("plain");
    assertThat(read(new byte[] {'a', (byte) 0xff, 'b'}, charset)).isEqualTo("a\ufffdb");
  }

  @Test
  void noCharsetIsAscii() throws IOException {
    assertThat(read(new byte[] {'a'}, null)).isEqualTo("a");
  }

  @Test
  void latinOneIsReadAsSendersMeanIt() throws IOException {
    assertThat(read(new byte[] {(byte) 0x80, (byte) 0xe9}, "iso-8859-1")).isEqualTo("€é");
  }

  private static String read(byte[] octets, @Nullable String charset) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader reader = TextDecoder.open(new ByteArrayInputStream(octets), charset)) {
      reader.transferTo(text);
    }
    return text.toString();
  }
}
