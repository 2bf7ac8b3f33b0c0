package org.restante.launcher.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirTest {

  @TempDir private Path maildir;

  @Test
  void foldersAndFlagsAreKept() throws IOException {
    put("cur/1700000002.M1.host:2,FS", "second");
    put("new/1700000003.M1.host", "third");
    put(".Lists.java/cur/1700000001.M1.host:2,RTDPa", "first");
    Files.createDirectories(maildir.resolve("tmp"));
    assertThat(letters())
        .extracting(Letter::mailbox, Letter::flags)
        .containsExactly(
            tuple("INBOX", List.of("\\Flagged", "\\Seen")),
            tuple("INBOX", List.of()),
            tuple("Lists/java", List.of("\\Answered", "\\Deleted", "\\Draft", "$Forwarded")));
  }

  @Test
  void theDateIsTheFiles() throws IOException {
    Instant date = Instant.parse("2020-01-02T03:04:05Z");
    Files.setLastModifiedTime(put("cur/1.M1.host:2,", "x"), FileTime.from(date));
    assertThat(letters().getFirst().received()).isEqualTo(date);
  }

  @Test
  void bareLineFeedsBecomeCrlfAndNothingElseChanges() throws IOException {
    put("cur/1.M1.host:2,", "a\nb\r\nc\rd\n\nno end");
    assertThat(text(letters().getFirst())).isEqualTo("a\r\nb\r\nc\rd\r\n\r\nno end");
  }

  @Test
  void aFolderOfLettersWillDo() throws IOException {
    put("b.eml", "second");
    put("a.eml", "first");
    put("notes.txt", "no letter");
    assertThat(letters()).extracting(MaildirTest::text).containsExactly("first", "second");
  }

  @Test
  void anythingElseIsNamed() throws IOException {
    put("notes.txt", "no letter");
    assertThatThrownBy(this::letters).hasMessageContaining("no Maildir");
  }

  private List<Letter> letters() throws IOException {
    try (Stream<Letter> letters = Letters.in(maildir, "INBOX")) {
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

  private Path put(String name, String text) throws IOException {
    Path file = maildir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }
}
