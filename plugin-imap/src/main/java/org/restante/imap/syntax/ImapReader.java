package org.restante.imap.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one command. {@code expectX} reads what must come next, {@code takeX} what may.
 *
 * @rfc 3501 9
 */
public final class ImapReader {
  private static final int MOST_DIGITS = 19;

  private final CommandSource source;
  private final SyntaxLimits limits;
  private byte[] line;
  private int at;
  private int depth;
  private int literalOctets;
  private @Nullable Literal pending;

  /** A reader that starts with a line and goes on with what the source has. */
  public ImapReader(byte[] line, CommandSource source, SyntaxLimits limits) {
    this.line = line;
    this.source = source;
    this.limits = limits;
  }

  /** The command's tag. */
  public String expectTag() {
    return word(Octets::isTag, "tag");
  }

  /** An atom. */
  public String expectAtom() {
    return word(Octets::isAtom, "atom");
  }

  /** An atom that names something, in upper case. */
  public String expectName() {
    return expectAtom().toUpperCase(Locale.ROOT);
  }

  /** Letters, digits, dots and hyphens, in upper case; perhaps none. */
  public String takeName() {
    return run(o -> Octets.isAtom(o) && o != '[' && o != '<').toUpperCase(Locale.ROOT);
  }

  /** Letters; perhaps none. */
  public String takeLetters() {
    return run(o -> Character.isLetter(o) && o < 0x80);
  }

  /**
   * A string or atom, as UTF-8 text.
   *
   * @rfc 6855 3
   */
  public String expectAstring() {
    return utf8(expectAstringOctets());
  }

  /** A string or atom. */
  public byte[] expectAstringOctets() {
    return atString() ? expectString() : octets(word(Octets::isAstring, "string"));
  }

  /** A mailbox name with wildcards. */
  public String expectPattern() {
    byte[] pattern = atString() ? expectString() : octets(word(Octets::isPattern, "pattern"));
    return utf8(pattern);
  }

  /** A string, or nothing for NIL. */
  public Optional<String> expectNstring() {
    return takeNil() ? Optional.empty() : Optional.of(utf8(expectString()));
  }

  /** NIL, if it comes next. */
  public boolean takeNil() {
    return takeWord("NIL");
  }

  /** This word in any case, if it comes next and is not only the start of a longer one. */
  public boolean takeWord(String word) {
    int end = at + word.length();
    boolean here =
        end <= line.length
            && new String(line, at, word.length(), StandardCharsets.ISO_8859_1)
                .equalsIgnoreCase(word)
            && (end == line.length || !Octets.isAstring(line[end]));
    if (here) {
      at = end;
    }
    return here;
  }

  /** A number below 2³². */
  public long expectNumber() {
    long number = digits();
    if (number > 0xFFFF_FFFFL) {
      throw new SyntaxError("number too big");
    }
    return number;
  }

  /** A number below 2⁶³. */
  public long expectNumber64() {
    return digits();
  }

  /** A number from 1 to 2³²-1. */
  public long expectPositive() {
    return positive(expectNumber());
  }

  /** A number from 1 to 2⁶³-1. */
  public long expectPositive64() {
    return positive(expectNumber64());
  }

  private static long positive(long number) {
    if (number == 0) {
      throw new SyntaxError("number must not be 0");
    }
    return number;
  }

  /** A MODSEQ: 63 bits, 0 included (RFC 7162 §7). */
  public long expectModSeq() {
    return digits();
  }

  /** One space. */
  public void expectSpace() {
    expect(' ');
  }

  /** This character. */
  public void expect(char wanted) {
    if (!take(wanted)) {
      throw new SyntaxError(wanted == ' ' ? "expected a space" : "expected '" + wanted + "'");
    }
  }

  /** This character, if it comes next. */
  public boolean take(char wanted) {
    boolean here = peek() == wanted;
    if (here) {
      at++;
    }
    return here;
  }

  /** The next octet, or -1 at the end of the line. */
  public int peek() {
    return at < line.length ? line[at] & 0xff : -1;
  }

  /** Whether the command's last line is read. */
  public boolean atEnd() {
    return at == line.length;
  }

  /** The end of the command. */
  public void expectEnd() {
    if (!atEnd()) {
      throw new SyntaxError("expected the end of the command");
    }
  }

  /** One level deeper; pair with {@link #leave}. */
  public void enter() {
    if (++depth > limits.depth()) {
      throw new SyntaxError("nested too deep");
    }
  }

  /** One level up. */
  public void leave() {
    depth--;
  }

  /** Message numbers or UIDs. */
  public SequenceSet expectSequenceSet() {
    return SequenceSet.read(this, limits.ranges());
  }

  /**
   * The announcement of a literal, or of a literal8; {@link #endLiteral} comes after its octets.
   *
   * @rfc 3516 4.4
   */
  public Literal expectLiteral() {
    take('~');
    expect('{');
    long size = digits();
    boolean synchronizing = !take('+');
    expect('}');
    expectEnd();
    Literal announced = new Literal(source, size, synchronizing);
    pending = announced;
    if (!synchronizing && size > limits.nonSynchronizing()) {
      throw LiteralTooBig.uninvited(limits.nonSynchronizing());
    }
    return announced;
  }

  /** Goes on behind a literal whose octets are read. */
  public void endLiteral() {
    pending = null;
    line = source.readLine();
    at = 0;
  }

  /**
   * Skips what the client sends of this command whatever the answer, so that the next line is the
   * next command.
   *
   * @rfc 7888 3
   */
  public void skipRest() {
    Optional<Literal> announced = announced();
    while (announced.filter(Literal::isComing).isPresent()) {
      announced.get().skip(limits.skippedOctets());
      endLiteral();
      announced = announced();
    }
  }

  private Optional<Literal> announced() {
    if (pending != null) {
      return Optional.of(pending);
    }
    int open = atEnd() || line[line.length - 1] != '}' ? -1 : lastBrace();
    if (open < 0) {
      return Optional.empty();
    }
    at = open;
    try {
      return Optional.of(expectLiteral());
    } catch (LiteralTooBig uninvited) {
      return Optional.ofNullable(pending);
    } catch (SyntaxError noLiteral) {
      return Optional.empty();
    }
  }

  private int lastBrace() {
    int open = line.length - 1;
    while (open >= 0 && line[open] != '{') {
      open--;
    }
    return open;
  }

  private boolean atString() {
    return peek() == '"' || peek() == '{';
  }

  private byte[] expectString() {
    return switch (peek()) {
      case '"' -> quoted();
      case '{' -> literal();
      default -> throw new SyntaxError("expected a string");
    };
  }

  private byte[] literal() {
    Literal literal = expectLiteral();
    if (literal.size() > limits.literalOctets() - literalOctets) {
      throw LiteralTooBig.refused(limits.literalOctets());
    }
    literalOctets += (int) literal.size();
    byte[] octets = literal.readAll();
    endLiteral();
    // Lines between literals count too: many small literals must not add up to much.
    literalOctets += line.length;
    return octets;
  }

  private byte[] quoted() {
    byte[] text = new byte[line.length - at];
    int length = 0;
    for (at++; peek() != '"'; at++) {
      if (peek() == '\\') {
        at++;
        if (peek() != '"' && peek() != '\\') {
          throw new SyntaxError("expected a quoted special behind the backslash");
        }
      }
      if (peek() <= 0) {
        throw new SyntaxError("quoted string without end");
      }
      text[length++] = line[at];
    }
    at++;
    return Arrays.copyOf(text, length);
  }

  /** A number of so many digits. */
  int expectDigits(int least, int most) {
    String digits = run(Octets::isDigit);
    if (digits.length() < least || digits.length() > most) {
      String count = least == most ? "" + most : least + " or " + most;
      throw new SyntaxError("expected a number of " + count + " digits");
    }
    return Integer.parseInt(digits);
  }

  private long digits() {
    String digits = run(Octets::isDigit);
    if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
      throw new SyntaxError("expected a number");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooBig) {
      throw new SyntaxError("number too big");
    }
  }

  private String word(IntPredicate allowed, String what) {
    String word = run(allowed);
    if (word.isEmpty()) {
      throw new SyntaxError("expected " + (what.equals("atom") ? "an " : "a ") + what);
    }
    return word;
  }

  private String run(IntPredicate allowed) {
    int start = at;
    while (at < line.length && allowed.test(line[at] & 0xff)) {
      at++;
    }
    return new String(line, start, at - start, StandardCharsets.ISO_8859_1);
  }

  private static String utf8(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new SyntaxError("expected UTF-8");
    }
  }

  private static byte[] octets(String word) {
    return word.getBytes(StandardCharsets.ISO_8859_1);
  }
}
