package org.restante.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes inputs: commands of the corpus with some of their tokens wrong, and plain noise. */
final class Mutator {
  private static final List<String> INTERESTING =
      List.of(
          "",
          " ",
          "NIL",
          "*",
          "$",
          "0",
          "1",
          "2",
          "4294967295",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "1:*",
          "*:1",
          "*:*",
          "1,2,4:6",
          "-1",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          "\"",
          "\\",
          "{",
          "{0+}\r\n",
          "{1+}\r\nx",
          "{3}\r\nabc",
          "~{2+}\r\n\0x",
          "{99999999999}\r\n",
          "{70000+}\r\n",
          "\"\\\"\"",
          "\"\u00c3\u00a4\"",
          "\u00ff",
          "\0",
          "\t",
          "\r",
          "INBOX",
          "inbox/x",
          "&AOQ-",
          "&",
          "%",
          "\"*\"",
          "BODY[]",
          "BODY[1.2.3.MIME]<0.1>",
          "BINARY[1]",
          "BODY[HEADER.FIELDS (\"\r",
          "RETURN (MIN MAX ALL COUNT SAVE)",
          "(CHANGEDSINCE 1 VANISHED)",
          "(UNCHANGEDSINCE 0)",
          "(QRESYNC (1 1 1:9 (1,2 1,2)))",
          "CHARSET X",
          "OR",
          "NOT",
          "UID",
          "\\Deleted",
          "\\",
          "\\*",
          "$Forwarded",
          "1-Jan-2026",
          "\"31-Feb-2026 25:61:61 +9999\"",
          "UIDONLY",
          "QRESYNC",
          "CONDSTORE",
          "UTF8=ACCEPT",
          "IMAP4rev2",
          "DEFLATE",
          "PARTIAL -1:-3");
  private static final int DEEP = 250;
  private static final int LONGEST_NOISE = 120;
  private static final int MOST_CHANGES = 4;

  private final ClientCorpus corpus;
  private final SplittableRandom chance;

  Mutator(ClientCorpus corpus, SplittableRandom chance) {
    this.corpus = corpus;
    this.chance = chance;
  }

  /** One input; it ends with an end of line. */
  String next() {
    String text =
        switch (chance.nextInt(20)) {
          case 0 -> noise();
          case 1, 2 -> String.join("", command());
          case 3 -> String.join("", changed(command())) + String.join("", changed(command()));
          default -> String.join("", changed(command()));
        };
    return text.endsWith("\r\n") ? text : text + "\r\n";
  }

  /** One in so many. */
  boolean once(int in) {
    return chance.nextInt(in) == 0;
  }

  private List<String> command() {
    return new ArrayList<>(pick(corpus.commands()));
  }

  private List<String> changed(List<String> tokens) {
    int changes = 1 + chance.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes && !tokens.isEmpty(); i++) {
      change(tokens, chance.nextInt(tokens.size()));
    }
    return tokens;
  }

  private void change(List<String> tokens, int at) {
    switch (chance.nextInt(11)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> tokens.set(at, pick(corpus.tokens()));
      case 3 -> tokens.add(at, pick(corpus.tokens()));
      case 4 -> tokens.set(at, pick(INTERESTING));
      case 5 -> tokens.add(at, pick(INTERESTING));
      case 6 -> tokens.set(at, tokens.set(chance.nextInt(tokens.size()), tokens.get(at)));
      case 7 -> tokens.set(at, octetChanged(tokens.get(at)));
      case 8 -> tokens.subList(at, tokens.size()).clear();
      case 9 -> tokens.set(at, "{" + tokens.get(at).length() + "+}\r\n" + tokens.get(at));
      default -> nest(tokens, at);
    }
  }

  private String octetChanged(String token) {
    if (token.isEmpty()) {
      return String.valueOf((char) chance.nextInt(256));
    }
    StringBuilder text = new StringBuilder(token);
    text.setCharAt(chance.nextInt(text.length()), (char) chance.nextInt(256));
    return text.toString();
  }

  private void nest(List<String> tokens, int at) {
    int depth = once(8) ? DEEP : 1 + chance.nextInt(3);
    String before = once(2) ? "(" : pick(List.of("NOT ", "OR ALL ", "(NOT ", "OR ("));
    tokens.add(at, before.repeat(depth));
    tokens.add(Math.min(tokens.size(), at + 2), ")".repeat(depth));
  }

  private String noise() {
    StringBuilder text = new StringBuilder();
    int length = once(100) ? 9000 : chance.nextInt(LONGEST_NOISE);
    for (int i = 0; i < length; i++) {
      text.append((char) chance.nextInt(256));
    }
    return text.toString();
  }

  private <T> T pick(List<T> some) {
    return some.get(chance.nextInt(some.size()));
  }
}
