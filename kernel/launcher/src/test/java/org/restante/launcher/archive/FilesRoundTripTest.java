package org.restante.launcher.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;
import org.restante.launcher.letter.Letter;
import org.restante.launcher.letter.Letters;

/** What is written as a Maildir or as mbox files is read as it was. */
class FilesRoundTripTest {

  private static final List<ArchivedMailbox> MAILBOXES =
      List.of(mailbox(1, "INBOX"), mailbox(2, "Lists/java.dev\\x"));
  private static final String[] LINES = {
    "",
    "From you",
    ">From me",
    ">>From us",
    "From",
    ">",
    ">F",
    " From ",
    "F",
    "From ",
    "a > b",
    ">>",
    "\0"
  };

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private final Random random = new Random(1);
  private final List<String> texts = Stream.generate(this::text).limit(400).toList();

  private final Tally tally =
      new Tally() {
        @Override
        public void done(long letters) {}

        @Override
        public void failed(String why) {
          said.add(why);
        }
      };

  private static ArchivedMailbox mailbox(long id, String name) {
    return new ArchivedMailbox(id, name, Optional.empty(), false, 7, 1);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(8);
    for (int i = 0; i < lines; i++) {
      text.append(LINES[random.nextInt(LINES.length)]).append("\r\n");
    }
    return text.append("end\r\n").append("\r\n".repeat(random.nextInt(3))).toString();
  }

  private void write(LetterSink sink, List<String> flags) throws IOException {
    try (sink) {
      for (ArchivedMailbox mailbox : MAILBOXES) {
        sink.mailbox(mailbox);
      }
      for (int i = 0; i < texts.size(); i++) {
        ArchivedMailbox mailbox = MAILBOXES.get(i < 200 ? 0 : 1);
        byte[] octets = texts.get(i).getBytes(ISO_8859_1);
        ArchivedLetter about =
            new ArchivedLetter(
                mailbox.id(),
                i + 1,
                flags,
                "2021-03-04T05:06:0" + i % 10 + "+05:30",
                Optional.empty(),
                octets.length,
                Optional.empty());
        sink.letter(mailbox, about, new ByteArrayInputStream(octets));
      }
    }
  }

  private List<String> read(String mailbox) throws IOException {
    List<String> read = new ArrayList<>();
    try (Stream<Letter> letters = Letters.in(folder, "INBOX")) {
      for (Letter letter : letters.filter(each -> each.mailbox().equals(mailbox)).toList()) {
        try (InputStream content = letter.content().open()) {
          read.add(new String(content.readAllBytes(), ISO_8859_1));
        }
      }
    }
    return read;
  }

  @Test
  void mboxFilesUnquoteWhatTheyQuoted() throws IOException {
    write(new MboxSink(folder), List.of());
    assertThat(read("INBOX")).isEqualTo(texts.subList(0, 200));
    assertThat(read("Lists/java.dev\\x")).isEqualTo(texts.subList(200, 400));
  }

  @Test
  void aMaildirHasLettersFlagsAndKeywordsAndGoesOn() throws IOException {
    List<String> flags = List.of("\\Seen", "\\Flagged", "$Forwarded", "work", "$Label1");
    write(new MaildirSink(folder, tally), flags);
    write(new MaildirSink(folder, tally), flags);
    assertThat(read("INBOX")).containsExactlyInAnyOrderElementsOf(texts.subList(0, 200));
    assertThat(read("Lists/java.dev\\x")).hasSize(200);
    try (Stream<Letter> letters = Letters.in(folder, "INBOX")) {
      assertThat(letters)
          .allSatisfy(
              letter -> assertThat(letter.flags()).containsExactlyInAnyOrderElementsOf(flags))
          .anySatisfy(letter -> assertThat(letter.received()).isEqualTo("2021-03-03T23:36:05Z"));
    }
    assertThat(said).isEmpty();
  }

  @Test
  void whatAMaildirHasNoLetterForIsSaid() throws IOException {
    List<String> many = Stream.iterate(0, n -> n + 1).limit(27).map(n -> "k" + n).toList();
    write(new MaildirSink(folder, tally), many);
    assertThat(said).hasSize(400).allMatch(text -> text.contains("keyword k26"));
  }
}
