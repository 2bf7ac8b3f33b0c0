package org.restante.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.restante.testkit.transcript.MemoryTarget;
import org.restante.testkit.transcript.Step;
import org.restante.testkit.transcript.Transcript;
import org.restante.testkit.transcript.TranscriptPeer;
import org.restante.testkit.transcript.TranscriptPlayer;
import org.restante.testkit.transcript.TranscriptTarget;
import org.restante.testkit.transcript.Transcripts;

/**
 * Wherever the network cuts what a client says, the answers are those of the transcript. Each play
 * cuts every line and every run of octets at one more place; {@code -Dsplit.every=1} takes all
 * places, by default it is each 37th.
 */
class SplitTranscriptsTest {
  private static final Path REPORT = Path.of("target/split-points.txt");
  private static final int EVERY = Integer.getInteger("split.every", 37);

  private static long points;
  private static long plays;

  @TestFactory
  Stream<DynamicTest> transcripts() {
    return Transcripts.in("transcripts/imap").each(SplitTranscriptsTest::play);
  }

  @AfterAll
  static void report() throws IOException {
    Files.writeString(REPORT, points + " in " + plays + " plays\n");
  }

  private static void play(Transcript transcript) {
    int longest = said(transcript).max().orElse(0);
    for (int at = 1; at < longest; at += EVERY) {
      int place = at;
      try (Split split = new Split(new World().target(), at)) {
        TranscriptPlayer.play(transcript, split);
      } catch (AssertionError e) {
        throw new AssertionError("cut at " + at + ": " + e.getMessage(), e);
      }
      points += said(transcript).filter(length -> length > place).count();
      plays++;
    }
  }

  private static IntStream said(Transcript transcript) {
    return transcript.steps().stream()
        .mapToInt(
            step ->
                switch (step) {
                  case Step.Send send -> send.text().length() + 2;
                  case Step.SendOctets octets -> octets.octets().length;
                  case Step other -> 0;
                });
  }

  /** What is said arrives in two pieces, the second when the session has nothing more to do. */
  private record Split(MemoryTarget target, int at) implements TranscriptTarget {

    @Override
    public TranscriptPeer connect(String listener) {
      return new SplitPeer(target.connect(listener), this);
    }

    @Override
    public void deliver(String login, byte[] letter) {
      target.deliver(login, letter);
    }

    @Override
    public void advance(Duration time) {
      target.advance(time);
    }

    @Override
    public void close() {
      target.close();
    }
  }

  private record SplitPeer(TranscriptPeer peer, Split split) implements TranscriptPeer {

    @Override
    public void send(byte[] octets) {
      int cut = Math.min(split.at(), octets.length);
      peer.send(Arrays.copyOf(octets, cut));
      if (cut < octets.length) {
        split.advance(Duration.ZERO);
        peer.send(Arrays.copyOfRange(octets, cut, octets.length));
      }
    }

    @Override
    public byte[] receiveLine() {
      return peer.receiveLine();
    }

    @Override
    public byte[] receive(int count) {
      return peer.receive(count);
    }

    @Override
    public Optional<byte[]> endPoint() {
      return peer.endPoint();
    }

    @Override
    public void happens(Step.Event event) {
      peer.happens(event);
    }
  }
}
