package org.restante.mime.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.mime.Corpus;
import org.restante.mime.Letters;

class MimeIndexCodecTest {

  /** The stored form is a promise: if this fails, the layout needs a new version. */
  @Test
  void goldenOctets() {
    byte[] letter =
        Letters.crlf(
            """
            Date: d
            Subject: s
            From: A <a@b>
            Reply-To: g:;
            Content-Type: multipart/mixed; boundary=q

            --q
            Content-ID: i
            Content-Description: d
            Content-MD5: m
            Content-Disposition: inline; filename=f
            Content-Language: en, fr
            Content-Location: l

            x
            --q--
            """);
    assertThat(HexFormat.of().formatHex(MimeIndexCodec.encode(Letters.index(letter))))
        .isEqualTo(
            // version, size
            "01"
                + "8002"
                // gap, header, body, lines, flags
                + "00"
                + "60"
                + "a001"
                + "0a"
                + "c0"
                // type, subtype, parameters, encoding
                + "39"
                + "3b"
                + "01470471"
                + "0b"
                // date, subject, from
                + "0464"
                + "0473"
                + "01"
                + "0d"
                + "0441"
                + "0461"
                + "0462"
                // sender, reply-to, to, cc, bcc, in-reply-to, message-id
                + "00"
                + "02"
                + "040467"
                + "00"
                + "00"
                + "00"
                + "00"
                + "00"
                + "00"
                // children; gap, header, body, lines, flags
                + "01"
                + "05"
                + "9101"
                + "01"
                + "00"
                + "3f"
                // type, subtype, parameters, encoding
                + "03"
                + "05"
                + "010709"
                + "0b"
                // id, description, md5, disposition
                + "0469"
                + "0464"
                + "046d"
                + "8f01"
                + "0193010466"
                // languages, location
                + "02"
                + "9f01"
                + "066672"
                + "046c");
  }

  @Test
  void aUsualLetterTakesFewOctets() {
    for (String name : new String[] {"001", "003", "004", "005", "007", "010"}) {
      assertThat(MimeIndexCodec.encode(Corpus.letter(name).index())).hasSizeLessThan(600);
    }
  }

  /** The engine's values are at most 64 KiB: longer ones are made again when they are asked for. */
  @ParameterizedTest
  @MethodSource
  void theDefaultLimitsBoundIt(String start, String repeated) {
    byte[] letter = Letters.octets(start + repeated.repeat(2_000_000 / repeated.length()));
    assertThat(MimeIndexCodec.encode(Letters.index(letter))).hasSizeLessThan(160 * 1024);
  }

  static List<Arguments> theDefaultLimitsBoundIt() {
    String digest = "\nContent-Type: multipart/digest; boundary=b\n\n";
    return List.of(
        arguments("To: ", "a,"),
        arguments("To: ", "a:;"),
        arguments("To: ", "<@>,"),
        arguments("To: ", "<@a:>,"),
        arguments("Content-Type: a/b", ";a="),
        arguments("Content-Language: ", "a,"),
        arguments("", "Content-Type: message/rfc822\n\n"),
        arguments("To: " + "a,".repeat(15_300) + digest, "\n--b\n\n\n" + "x\n".repeat(1_000)),
        arguments("To: " + "a,".repeat(12_000) + digest, "--b\n\nTo:a\nDate:\n\n"));
  }

  @Test
  void anUnknownVersionIsNamed() {
    assertThatThrownBy(() -> MimeIndexCodec.decode(new byte[] {2, 0}))
        .isInstanceOfSatisfying(
            UnknownIndexVersion.class, e -> assertThat(e.version()).isEqualTo(2));
  }

  @Test
  void everyCutIsDamage() {
    byte[] encoded = MimeIndexCodec.encode(Corpus.letter("008").index());
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> MimeIndexCodec.decode(cut)).isInstanceOf(DamagedIndex.class);
    }
  }

  @Test
  void octetsBehindTheEndAreDamage() {
    byte[] encoded = MimeIndexCodec.encode(Corpus.letter("001").index());
    byte[] longer = Arrays.copyOf(encoded, encoded.length + 1);
    assertThatThrownBy(() -> MimeIndexCodec.decode(longer)).isInstanceOf(DamagedIndex.class);
  }
}
