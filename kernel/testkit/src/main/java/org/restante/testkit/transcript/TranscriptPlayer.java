package org.restante.testkit.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.testkit.account.ScramClient;

/**
 * Plays a transcript; ends quietly, or with an error that shows the line, what was due and what
 * came.
 */
public final class TranscriptPlayer {
  private static final int REMEMBERED = 12;

  private final Transcript transcript;
  private final TranscriptTarget target;
  private final Map<Integer, TranscriptPeer> peers = new HashMap<>();
  private final Map<String, String> bindings = new HashMap<>();
  private final Deque<String> spoken = new ArrayDeque<>();

  private TranscriptPlayer(Transcript transcript, TranscriptTarget target) {
    this.transcript = transcript;
    this.target = target;
  }

  /**
   * One that plays steps as they are wanted, of sessions that go on.
   *
   * @param name what failures call them
   * @param known values that placeholders stand for from the start
   */
  public TranscriptPlayer(String name, TranscriptTarget target, Map<String, String> known) {
    this(new Transcript(name, "", List.of(), "", List.of()), target);
    bindings.putAll(known);
  }

  /** Plays steps. */
  public void play(List<Step> steps) {
    steps.forEach(this::playStep);
  }

  /** Plays a transcript against a target. */
  public static void play(Transcript transcript, TranscriptTarget target) {
    TranscriptPlayer player = new TranscriptPlayer(transcript, target);
    player.play(transcript.steps());
  }

  /** What the client would send for these steps, in one piece. */
  public byte[] sent(List<Step> steps) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (Step step : steps) {
      if (step instanceof Step.Send send) {
        octets.writeBytes((LinePattern.fill(send.text(), bindings) + "\r\n").getBytes(ISO_8859_1));
      } else if (step instanceof Step.SendOctets raw) {
        octets.writeBytes(raw.octets());
      }
    }
    return octets.toByteArray();
  }

  private void playStep(Step step) {
    try {
      perform(step);
    } catch (AssertionError e) {
      throw new AssertionError(
          transcript.name() + ":" + step.line() + ": " + e.getMessage() + soFar(), e.getCause());
    }
  }

  private void perform(Step step) {
    switch (step) {
      case Step.Send send -> send(send);
      case Step.SendOctets octets -> {
        remember("C| " + show(octets.octets()));
        peer(octets.session()).send(octets.octets());
      }
      case Step.Expect expect -> expect(expect);
      case Step.ExpectGroup group -> expectGroup(group);
      case Step.ExpectOctets octets -> expectOctets(octets);
      case Step.Connect connect -> peers.put(connect.session(), target.connect(connect.listener()));
      case Step.Happens happens -> {
        remember("@" + happens.event());
        peer(happens.session()).happens(happens.event());
      }
      case Step.Scram scram -> logIn(scram);
      case Step.Deliver deliver -> target.deliver(deliver.login(), deliver.letter());
      case Step.Wait wait -> target.advance(wait.time());
      case Step.Heading heading -> remember("--- " + heading.text());
    }
  }

  private void logIn(Step.Scram scram) {
    TranscriptPeer peer = peer(scram.session());
    Optional<byte[]> binding = scram.bound() ? peer.endPoint() : Optional.empty();
    ScramClient client = ScramClient.of(scram.user(), scram.password(), binding);
    say(scram.session(), client.first());
    say(scram.session(), client.last(challenge(scram.session())));
    client.verify(challenge(scram.session()));
    say(scram.session(), new byte[0]);
  }

  private void say(int session, byte[] message) {
    send(new Step.Send(0, session, Base64.getEncoder().encodeToString(message)));
  }

  /** Base64 behind the word by which each protocol announces it. */
  private byte[] challenge(int session) {
    String line = receive(session);
    try {
      return Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1));
    } catch (IllegalArgumentException e) {
      throw different("a challenge in base64", line);
    }
  }

  private void send(Step.Send send) {
    String text = LinePattern.fill(send.text(), bindings);
    remember("C" + send.session() + ": " + text);
    peer(send.session()).send((text + "\r\n").getBytes(ISO_8859_1));
  }

  private void expect(Step.Expect expect) {
    String line = receive(expect.session());
    if (!expect.pattern().matches(line, bindings)) {
      throw different(expect.pattern().toString(), line);
    }
  }

  private void expectGroup(Step.ExpectGroup group) {
    List<LinePattern> missing = new ArrayList<>(group.patterns());
    while (!missing.isEmpty()) {
      String line = receive(group.session());
      LinePattern found =
          missing.stream()
              .filter(pattern -> pattern.matches(line, bindings))
              .findFirst()
              .orElseThrow(() -> different("one of " + missing, line));
      missing.remove(found);
    }
  }

  private void expectOctets(Step.ExpectOctets expect) {
    byte[] octets = peer(expect.session()).receive(expect.octets().length);
    remember("S| " + show(octets));
    if (!Arrays.equals(octets, expect.octets())) {
      throw different(show(expect.octets()), show(octets));
    }
  }

  private String receive(int session) {
    String line = new String(peer(session).receiveLine(), ISO_8859_1);
    remember("S" + session + ": " + line);
    return line;
  }

  private TranscriptPeer peer(int session) {
    return peers.computeIfAbsent(session, number -> target.connect(transcript.listener()));
  }

  private void remember(String text) {
    spoken.add(text);
    if (spoken.size() > REMEMBERED) {
      spoken.remove();
    }
  }

  private String soFar() {
    StringBuilder text = new StringBuilder("\n  so far:");
    spoken.forEach(line -> text.append("\n    ").append(readable(line)));
    return text.toString();
  }

  private static AssertionError different(String expected, String got) {
    return new AssertionError(
        "\n  expected: " + readable(expected) + "\n       got: " + readable(got));
  }

  private static String readable(String latin1) {
    return new String(latin1.getBytes(ISO_8859_1), UTF_8);
  }

  private static String show(byte[] octets) {
    String text = new String(octets, ISO_8859_1);
    boolean printable = text.chars().allMatch(c -> c >= ' ' || c == '\r' || c == '\n');
    return printable
        ? text.replace("\r", "\\r").replace("\n", "\\n")
        : HexFormat.ofDelimiter(" ").formatHex(octets);
  }
}
