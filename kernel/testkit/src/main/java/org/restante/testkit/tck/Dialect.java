package org.restante.testkit.tck;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.restante.testkit.transcript.Step;
import org.restante.testkit.transcript.TranscriptParser;

/**
 * How a client speaks a protocol, each part in the notation of transcripts ({@code
 * docs/transcripts.md}); {@code C:} and {@code S:} lines of one session.
 *
 * <p>Placeholders that are known from the start: {@code {user}} and {@code {password}}, {@code
 * {plain}} (both as the initial response of SASL PLAIN), {@code {nonce}} (a word that no other
 * session has). A part that is left out leaves out the rules that need it.
 */
public final class Dialect {
  private final String protocol;
  private final Map<Part, List<Step>> parts = new EnumMap<>(Part.class);
  private String role = "";
  private String mechanism = "";
  private String command = "";

  /** What a dialect has words for. */
  enum Part {
    GREETING,
    LOGIN,
    COMMAND,
    HOLD,
    NEWS,
    RELEASE,
    NONSENSE,
    EXCESS,
    QUIT
  }

  private Dialect(String protocol) {
    this.protocol = protocol;
  }

  /** Of the plugin's protocol. */
  public static Dialect of(String protocol) {
    return new Dialect(protocol);
  }

  /** What the plugin does on the listener, where it has several roles. */
  public Dialect role(String value) {
    role = value;
    return this;
  }

  /** What the server says first. */
  public Dialect greeting(String text) {
    return part(Part.GREETING, text);
  }

  /**
   * The login, with everything that comes before it.
   *
   * @param name the mechanism that the meter is told
   */
  public Dialect login(String name, String text) {
    mechanism = name;
    return part(Part.LOGIN, text);
  }

  /**
   * A harmless command that is refused before the login; its answer has the same form each time. It
   * is sent many times without waiting for answers.
   *
   * @param name what the meter is told
   */
  public Dialect command(String name, String text) {
    command = name;
    return part(Part.COMMAND, text);
  }

  /**
   * A long wait after the login.
   *
   * @param begin how it begins
   * @param news what comes when a letter has arrived in INBOX; empty where nothing comes
   * @param release how it ends
   */
  public Dialect hold(String begin, String news, String release) {
    return part(Part.HOLD, begin).part(Part.NEWS, news).part(Part.RELEASE, release);
  }

  /** What no protocol knows, and the answer; {@code {nonce}} in it. The session goes on. */
  public Dialect nonsense(String text) {
    return part(Part.NONSENSE, text);
  }

  /**
   * More than one command may ask for or bring, and the refusal: a message of more than 10,000
   * octets is too large there, and whatever else the protocol bounds. The session goes on.
   */
  public Dialect excess(String text) {
    return part(Part.EXCESS, text);
  }

  /** The goodbye; the server closes behind it. */
  public Dialect quit(String text) {
    return part(Part.QUIT, text);
  }

  String protocol() {
    return protocol;
  }

  String role() {
    return role;
  }

  String mechanism() {
    return mechanism;
  }

  String command() {
    return command;
  }

  boolean has(Part part) {
    return parts.containsKey(part);
  }

  List<Step> steps(Part part) {
    return parts.getOrDefault(part, List.of());
  }

  /** What the client says, without waiting for answers. */
  List<Step> sent(Part part) {
    return steps(part).stream().filter(Dialect::isSent).toList();
  }

  /** What the server says. */
  List<Step> answered(Part part) {
    List<Step> answers = new ArrayList<>(steps(part));
    answers.removeAll(sent(part));
    return answers;
  }

  private static boolean isSent(Step step) {
    return step instanceof Step.Send || step instanceof Step.SendOctets;
  }

  private Dialect part(Part part, String text) {
    List<Step> steps =
        TranscriptParser.steps(protocol + " " + part.name().toLowerCase(Locale.ROOT), text);
    if (!steps.isEmpty()) {
      parts.put(part, steps);
    }
    return this;
  }
}
