package org.restante.testkit.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptTest {
  private static final String TOP = "# Why it is there.\n# @rfc 9051 2.2\n";

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> transcripts() {
    return Transcripts.in("transcripts/talk").on(TalkTarget::new);
  }

  @Test
  void keepsReasonSectionAndListener() throws IOException {
    Transcript transcript = parse(TOP + "# @listener talks\n# And more.\nC: x\n# not on top\n");
    assertThat(transcript.reason()).isEqualTo("Why it is there. And more.");
    assertThat(transcript.rfcs()).containsExactly("9051 2.2");
    assertThat(transcript.listener()).isEqualTo("talks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'C: no reason'; no reason on top",
        "'# Why.\nC: x'; no section on top",
        "'# Why.\n# @rfc x\nC: x'; no RFC and section",
        "'# Why.\n# @rfc 1 1\nX: x'; neither C: nor S: nor a step",
        "'# Why.\n# @rfc 1 1\n@jump'; no such step: @jump",
        "'# Why.\n# @rfc 1 1\nC|y'; a raw line is",
        "'# Why.\n# @rfc 1 1\nC*: x'; only S*: lines come in any order"
      })
  void refusesWhatItCanNotPlay(String text, String problem) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(MalformedTranscript.class)
        .hasMessageContaining("talk.transcript:")
        .hasMessageContaining(problem);
  }

  @Test
  void showsTheLineWhatWasDueAndWhatCame() throws IOException {
    Transcript transcript = parse(TOP + "S: hello {any}\nC: one\nS: 1 two\n");
    try (TranscriptTarget target = new TalkTarget()) {
      assertThatThrownBy(() -> TranscriptPlayer.play(transcript, target))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("talk.transcript:5: ")
          .hasMessageContaining("expected: 1 two")
          .hasMessageContaining("got: 1 one");
    }
  }

  @Test
  void showsWhichLineOfAGroupIsMissing() throws IOException {
    Transcript transcript = parse(TOP + "S: hello {any}\nC: a\nC: b\nS*: 2 b\nS*: 1 c\n");
    try (TranscriptTarget target = new TalkTarget()) {
      assertThatThrownBy(() -> TranscriptPlayer.play(transcript, target))
          .hasMessageContaining("one of [2 b, 1 c]")
          .hasMessageContaining("got: 1 a");
    }
  }

  @Test
  void rawLinesThatStandTogetherGoOutInOnePiece() throws IOException {
    List<Step> steps = parse(TOP + "C| a\nC|- b\nC|x 21\nC2| c\nS: d\nC| e\n").steps();
    assertThat(steps)
        .filteredOn(Step.SendOctets.class::isInstance)
        .map(Step.SendOctets.class::cast)
        .extracting(Step.SendOctets::session, sent -> new String(sent.octets(), ISO_8859_1))
        .containsExactly(tuple(1, "a\r\nb!"), tuple(2, "c\r\n"), tuple(1, "e\r\n"));
  }

  @Test
  void takesWhatItCapturedLiterally() throws IOException {
    Transcript transcript = parse(TOP + "S: hello {who}\nC: a\nS: {n:number} a\nC: b\nS: {n} b\n");
    try (TranscriptTarget target = new TalkTarget()) {
      assertThatThrownBy(() -> TranscriptPlayer.play(transcript, target))
          .hasMessageContaining("talk.transcript:7")
          .hasMessageContaining("got: 2 b");
    }
  }

  private Transcript parse(String text) throws IOException {
    Path file = folder.resolve("talk.transcript");
    Files.writeString(file, text);
    return TranscriptParser.parse(file);
  }
}
