package org.restante.launcher.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxTest {

  @TempDir private Path folder;

  @Test
  void lettersBeginBehindAnEmptyLine() throws IOException {
    List<Letter> letters =
        read(
            """
            From a@b Sat Nov 21 09:10:11 2026
            Subject: one

            text
            From here it is text

            From c@d  Sun Nov  1 00:00:00 2026
            Subject: two

            """);
    assertThat(letters)
        .extracting(MboxTest::text)
        .containsExactly(
            "Subject: one\r\n\r\ntext\r\nFrom here it is text\r\n", "Subject: two\r\n");
    assertThat(letters)
        .extracting(Letter::received)
        .containsExactly(
            Instant.parse("2026-11-21T09:10:11Z"), Instant.parse("2026-11-01T00:00:00Z"));
  }

  @Test
  void quotedLinesLoseOneQuote() throws IOException {
    String mbox = "From a\nS: x\n\n>From me\n>>From you\n> From them\nx >From\n";
    assertThat(text(read(mbox).getFirst()))
        .isEqualTo("S: x\r\n\r\nFrom me\r\n>From you\r\n> From them\r\nx >From\r\n");
  }

  @Test
  void theEmptyLineBeforeTheNextLetterIsNotPartOfOneButOthersAre() throws IOException {
    List<Letter> letters = read("From a\nS: x\n\nbody\n\n\nFrom b\nS: y\n\nend\n\n");
    assertThat(letters)
        .extracting(MboxTest::text)
        .containsExactly("S: x\r\n\r\nbody\r\n\r\n", "S: y\r\n\r\nend\r\n");
  }

  @Test
  void crlfAndAMissingLastLineEndStay() throws IOException {
    List<Letter> letters = read("From a\r\nS: x\r\n\r\nbody\r\n\r\nFrom b\r\nno end");
    assertThat(letters)
        .extracting(MboxTest::text)
        .containsExactly("S: x\r\n\r\nbody\r\n", "no end");
  }

  @Test
  void lettersAreNumbered() throws IOException {
    assertThat(read("From a\nx\n\nFrom b\ny\n"))
        .extracting(letter -> letter.source().replaceAll(".*/", ""))
        .containsExactly("test.mbox #1", "test.mbox #2");
  }

  @Test
  void anEmptyFileHasNone() throws IOException {
    assertThat(read("")).isEmpty();
  }

  @Test
  void anotherFileIsNamed() {
    assertThatThrownBy(() -> read("Subject: a single letter\n\n"))
        .hasMessageContaining("is no mbox");
  }

  private List<Letter> read(String mbox) throws IOException {
    Path file = folder.resolve("test.mbox");
    Files.writeString(file, mbox, StandardCharsets.ISO_8859_1);
    try (Stream<Letter> letters = Letters.in(file, "INBOX")) {
      return letters.toList();
    }
  }

  private static String text(Letter letter) {
    try (InputStream octets = letter.content().open()) {
      return new String(octets.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
