package org.restante.testkit.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.restante.testkit.framework.FrameworkView;
import org.restante.testkit.tck.Dialect.Part;
import org.restante.testkit.transcript.Step;
import org.restante.testkit.transcript.TranscriptPlayer;
import org.restante.testkit.transcript.TranscriptTarget;

/** A client of the protocol, with an account of its own. */
final class Caller implements AutoCloseable {
  private static final byte[] LETTER = "Subject: news\r\n\r\nHello\r\n".getBytes(UTF_8);

  private final Dialect dialect;
  private final TranscriptTarget target;
  private final TranscriptPlayer player;
  private final String user;

  Caller(Dialect dialect, TranscriptTarget target, String user, String nonce) {
    this.dialect = dialect;
    this.target = target;
    this.user = user;
    String plain = "\0" + user + "\0" + FrameworkView.PASSWORD;
    this.player =
        new TranscriptPlayer(
            dialect.protocol(),
            target,
            Map.of(
                "user",
                user,
                "password",
                FrameworkView.PASSWORD,
                "plain",
                Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)),
                "nonce",
                nonce));
  }

  String user() {
    return user;
  }

  /** Both sides of parts; those that the dialect does not have are passed over. */
  Caller play(Part... parts) {
    for (Part part : parts) {
      player.play(dialect.steps(part));
    }
    return this;
  }

  /** The client's side, without waiting for answers. */
  Caller say(Part part) {
    player.play(dialect.sent(part));
    return this;
  }

  /** The same, so many times, in one piece. */
  Caller sayAtOnce(Part part, int times) {
    List<Step> steps =
        Collections.nCopies(times, dialect.sent(part)).stream().flatMap(List::stream).toList();
    player.play(List.of(new Step.SendOctets(0, 1, player.sent(steps))));
    return this;
  }

  /** The server's side. */
  Caller hear(Part part) {
    player.play(dialect.answered(part));
    return this;
  }

  /** A letter comes while the session waits, and the session says so. */
  Caller news() {
    if (dialect.has(Part.NEWS)) {
      target.deliver(user, LETTER);
      play(Part.NEWS);
    }
    return this;
  }

  /** Everything that there is to say, in order, to the end. */
  void wholeConversation() {
    play(Part.GREETING, Part.LOGIN, Part.COMMAND, Part.NONSENSE, Part.HOLD);
    news();
    play(Part.RELEASE, Part.COMMAND);
    leave();
  }

  /** The same without a mistake and without news. */
  void plainConversation() {
    play(Part.GREETING, Part.LOGIN, Part.COMMAND, Part.HOLD, Part.RELEASE, Part.COMMAND);
    leave();
  }

  /** The goodbye, and the end of the connection. */
  void leave() {
    play(Part.QUIT);
    player.play(List.of(new Step.Happens(0, 1, Step.Event.CLOSED)));
  }

  @Override
  public void close() {
    target.close();
  }
}
