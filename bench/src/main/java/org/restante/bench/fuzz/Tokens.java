package org.restante.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what a client says where its grammar has seams; joined, the tokens are the text again. */
final class Tokens {
  private static final Pattern LITERAL = Pattern.compile("~?\\{([0-9]{1,9})\\+?}\r\n");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\\r\n]|\\\\.)*\"|\r\n|[ ()\\[\\]<>:,.]|[^ ()\\[\\]<>:,.\"\r\n{]+|.",
          Pattern.DOTALL);

  private Tokens() {}

  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher literal = LITERAL.matcher(text);
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int end;
      if (literal.region(at, text.length()).lookingAt()) {
        end = Math.min(text.length(), literal.end() + Integer.parseInt(literal.group(1)));
      } else {
        token.region(at, text.length()).lookingAt();
        end = token.end();
      }
      tokens.add(text.substring(at, end));
      at = end;
    }
    return tokens;
  }

  /** Whether a command ends in a literal that has not all come, or has no end of line yet. */
  static boolean wantsMore(CharSequence command) {
    Matcher literal = LITERAL.matcher(command);
    int at = 0;
    while (literal.find(at)) {
      at = literal.end() + Integer.parseInt(literal.group(1));
      if (at >= command.length()) {
        return true;
      }
    }
    return command.length() < 2 || command.charAt(command.length() - 1) != '\n';
  }
}
