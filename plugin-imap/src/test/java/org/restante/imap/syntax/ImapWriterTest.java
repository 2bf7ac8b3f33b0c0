package org.restante.imap.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.restante.mime.stored.StoredText;

/** What is written can be read, and is handed on in small pieces. */
class ImapWriterTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final List<Integer> pieces = new ArrayList<>();
  private final ImapWriter out = new ImapWriter(this::take);

  private void take(byte[] octets, int offset, int length) {
    sent.write(octets, offset, length);
    pieces.add(length);
  }

  @Property
  void stringsAreReadBack(@ForAll byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1).replace("\0", "");
    sent.reset();
    out.string(text).raw(' ').astring(text).endLine();
    out.drain();
    ImapReader in = ReaderOf.octets(sent.toByteArray());
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(in.expectAstringOctets()).isEqualTo(expected);
    in.expectSpace();
    assertThat(in.expectAstringOctets()).isEqualTo(expected);
  }

  /** Quotes, literals and escapes do not depend on where a text comes from. */
  @Property
  void textsInPlaceAreWrittenAsStringsAre(@ForAll byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    sent.reset();
    out.string(text).raw(' ').string(printable(text));
    out.drain();
    byte[] expected = sent.toByteArray();
    sent.reset();
    out.string(StoredText.of(text)).raw(' ').string(StoredText.of(printable(text)));
    out.drain();
    assertThat(sent.toByteArray()).isEqualTo(expected);
  }

  /** Most of what is random is no text at all. */
  private static String printable(String text) {
    return text.chars()
        .map(c -> ' ' + c % ('~' + 2 - ' '))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Property
  void numbersAreThemselves(@ForAll @LongRange(min = 0) long number) {
    sent.reset();
    out.number(number).drain();
    assertThat(sent).hasToString(String.valueOf(number));
  }

  @Test
  void contentPassesPieceByPiece() {
    byte[] content = new byte[1_000_000];
    Arrays.fill(content, (byte) 'x');
    OctetSource source =
        (position, into, offset, length) -> {
          int read = Math.min(length, 5_000);
          System.arraycopy(content, (int) position, into, offset, read);
          return read;
        };
    out.raw("* ").literal(source, 0, content.length).endLine();
    out.drain();
    assertThat(sent.size()).isEqualTo("* {1000000}\r\n".length() + content.length + 2);
    assertThat(pieces).allMatch(length -> length <= 16 * 1024);
  }

  @Test
  void anUnfinishedResponseCanBeTakenBackWhileNothingOfItIsSent() {
    out.raw("* OK").endLine();
    out.raw("* half");
    assertThat(out.abandon()).isTrue();
    out.raw("* NO").endLine();
    out.drain();
    assertThat(sent).hasToString("* OK\r\n* NO\r\n");
    out.raw("* half");
    out.drain();
    assertThat(out.abandon()).isFalse();
  }
}
