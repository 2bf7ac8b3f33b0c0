package org.restante.testkit.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a transcript, line by line. */
public final class TranscriptParser {
  private static final Pattern SPOKEN = Pattern.compile("([CS])([0-9]*)(\\*?)([:|])(.*)");

  private final String name;
  private final Function<String, byte[]> letters;
  private final TranscriptHeader header = new TranscriptHeader();
  private final List<Step> steps = new ArrayList<>();
  private int line;

  private TranscriptParser(String name, Function<String, byte[]> letters) {
    this.name = name;
    this.letters = letters;
  }

  /** The transcript of a file; letters that it names are beside it. */
  public static Transcript parse(Path file) {
    TranscriptParser parser =
        new TranscriptParser(
            String.valueOf(file.getFileName()), letter -> read(file.resolveSibling(letter)));
    return parser.parse(new String(read(file), ISO_8859_1));
  }

  /** Steps alone, without a reason on top; letters are inline. */
  public static List<Step> steps(String name, String text) {
    TranscriptParser parser =
        new TranscriptParser(
            name,
            letter -> {
              throw new IllegalArgumentException("no letters beside it: " + letter);
            });
    parser.parseLines(text);
    return List.copyOf(LiteralLengths.filledIn(parser.steps));
  }

  private Transcript parse(String whole) {
    parseLines(whole);
    String missing = header.missing();
    if (!missing.isEmpty()) {
      throw new MalformedTranscript(name, 1, missing);
    }
    return header.transcript(name, LiteralLengths.filledIn(steps));
  }

  private void parseLines(String whole) {
    for (String text : whole.split("\r?\n", -1)) {
      line++;
      try {
        parseLine(text);
      } catch (IllegalArgumentException e) {
        throw new MalformedTranscript(name, line, String.valueOf(e.getMessage()));
      }
    }
  }

  private void parseLine(String text) {
    Matcher spoken = SPOKEN.matcher(text);
    if (spoken.matches()) {
      int session = spoken.group(2).isEmpty() ? 1 : Integer.parseInt(spoken.group(2));
      parseSpoken(spoken, session);
    } else if (text.startsWith("#")) {
      header.comment(text.substring(1).strip(), steps.isEmpty());
    } else if (text.startsWith("---")) {
      steps.add(new Step.Heading(line, text.substring(3).strip()));
    } else if (text.startsWith("@")) {
      steps.add(StepParser.parse(line, text.substring(1).strip(), this::letter));
    } else if (text.startsWith("|")) {
      addToLetter(Octets.of(text.substring(1)));
    } else if (!text.isBlank()) {
      throw new IllegalArgumentException("neither C: nor S: nor a step: " + text);
    }
  }

  private void parseSpoken(Matcher spoken, int session) {
    boolean client = spoken.group(1).equals("C");
    boolean unordered = !spoken.group(3).isEmpty();
    String rest = spoken.group(5);
    if (unordered && (client || spoken.group(4).equals("|"))) {
      throw new IllegalArgumentException("only S*: lines come in any order");
    } else if (spoken.group(4).equals("|")) {
      addOctets(client, session, Octets.of(rest));
    } else {
      addLine(client, unordered, session, rest.startsWith(" ") ? rest.substring(1) : rest);
    }
  }

  /** Raw lines of a client that stand together are one step: they go out in one piece. */
  private void addOctets(boolean client, int session, byte[] octets) {
    if (!client) {
      steps.add(new Step.ExpectOctets(line, session, octets));
    } else if (!steps.isEmpty()
        && steps.getLast() instanceof Step.SendOctets before
        && before.session() == session) {
      byte[] joined = Arrays.copyOf(before.octets(), before.octets().length + octets.length);
      System.arraycopy(octets, 0, joined, before.octets().length, octets.length);
      steps.set(steps.size() - 1, new Step.SendOctets(before.line(), session, joined));
    } else {
      steps.add(new Step.SendOctets(line, session, octets));
    }
  }

  private void addLine(boolean client, boolean unordered, int session, String text) {
    if (client) {
      steps.add(new Step.Send(line, session, text));
    } else if (unordered) {
      addToGroup(session, new LinePattern(line, text));
    } else {
      steps.add(new Step.Expect(line, session, new LinePattern(line, text)));
    }
  }

  private void addToGroup(int session, LinePattern pattern) {
    if (!steps.isEmpty()
        && steps.getLast() instanceof Step.ExpectGroup group
        && group.session() == session) {
      List<LinePattern> patterns = new ArrayList<>(group.patterns());
      patterns.add(pattern);
      steps.set(steps.size() - 1, new Step.ExpectGroup(group.line(), session, patterns));
    } else {
      steps.add(new Step.ExpectGroup(line, session, List.of(pattern)));
    }
  }

  private void addToLetter(byte[] octets) {
    if (steps.isEmpty() || !(steps.getLast() instanceof Step.Deliver deliver)) {
      throw new IllegalArgumentException("a line of a letter stands below '@deliver inline to'");
    }
    byte[] letter =
        (new String(deliver.letter(), ISO_8859_1) + new String(octets, ISO_8859_1))
            .getBytes(ISO_8859_1);
    steps.set(steps.size() - 1, new Step.Deliver(deliver.line(), deliver.login(), letter));
  }

  private byte[] letter(String letter) {
    return letter.equals("inline") ? new byte[0] : letters.apply(letter);
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
