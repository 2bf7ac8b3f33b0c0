package org.restante.testkit.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  private final Corpus corpus = Corpus.of(7);

  @Test
  void isTheSameEveryTime() {
    assertThat(corpus.letters(50).map(letter -> new String(letter.octets(), ISO_8859_1)))
        .containsExactlyElementsOf(
            Corpus.of(7)
                .letters(50)
                .map(letter -> new String(letter.octets(), ISO_8859_1))
                .toList());
    assertThat(corpus.letter(3).octets()).isNotEqualTo(Corpus.of(8).letter(3).octets());
  }

  @Test
  void hasEveryKindAndNoLetterTwice() {
    Set<LetterKind> kinds = new HashSet<>();
    Set<String> contents = new HashSet<>();
    corpus
        .letters(500)
        .forEach(
            letter -> {
              kinds.add(letter.kind());
              contents.add(new String(letter.octets(), ISO_8859_1));
            });
    assertThat(kinds).containsExactlyInAnyOrder(LetterKind.values());
    assertThat(contents).hasSize(500);
  }

  @Test
  void keepsThePromiseOfItsKinds() {
    assertThat(text(LetterKind.NO_FINAL_NEWLINE)).doesNotEndWith("\n");
    assertThat(text(LetterKind.BARE_LF)).contains("\n").doesNotContain("\r");
    assertThat(text(LetterKind.NUL)).contains("\0");
    assertThat(text(LetterKind.MANY_HEADERS)).contains("X-Field-999: ");
    assertThat(text(LetterKind.HEADERS_ONLY)).doesNotContain("\r\n\r\n");
    assertThat(text(LetterKind.EMPTY_BODY)).endsWith("\r\n\r\n");
    assertThat(text(LetterKind.LARGE).length()).isGreaterThan((64 << 10) * 4 / 3);
  }

  @Test
  void writesEachForm(@TempDir Path folder) throws IOException {
    CorpusWriter.main(new String[] {"files", folder + "/files", "25", "1", "1000"});
    CorpusWriter.main(new String[] {"mixed", folder + "/mixed", "25", "1", "0"});
    assertThat(folder.resolve("mixed/000024-MIXED.eml"))
        .hasBinaryContent(new MixedMail(1).letter(24));
    CorpusWriter.main(new String[] {"maildir", folder + "/maildir", "25", "1", "1000"});
    CorpusWriter.main(new String[] {"mbox", folder + "/mbox", "25", "1", "1000"});
    try (Stream<Path> files = Files.list(folder.resolve("files"));
        Stream<Path> letters = Files.list(folder.resolve("maildir/cur"))) {
      assertThat(files).hasSize(25);
      assertThat(letters).hasSize(25);
    }
    assertThat(Files.readString(folder.resolve("mbox"), ISO_8859_1).split("(?m)^From corpus"))
        .hasSize(26);
  }

  private String text(LetterKind kind) {
    return new String(corpus.letter(kind.ordinal()).octets(), ISO_8859_1);
  }
}
