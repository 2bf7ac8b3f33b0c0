package org.restante.testkit.transcript;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the server: literal text with placeholders. {@code {any}}, {@code {number}}, {@code
 * {word}}, {@code {date}} and {@code {base64}} stand for what they say; every other name captures a
 * word (or, {@code {name:kind}}, something of that kind) the first time, and stands for the same
 * text from then on.
 */
public final class LinePattern {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z][A-Za-z0-9]*)(?::([a-z0-9]+))?}");

  private final int line;
  private final String text;

  LinePattern(int line, String text) {
    this.line = line;
    this.text = text;
  }

  /** Its line in the file. */
  public int line() {
    return line;
  }

  /** Whether a line is like this; then what it captures is added to the bindings. */
  boolean matches(String received, Map<String, String> bindings) {
    Set<String> captured = new HashSet<>();
    Matcher matcher = Pattern.compile(expression(bindings, captured)).matcher(received);
    if (!matcher.matches()) {
      return false;
    }
    captured.forEach(name -> bindings.put(name, matcher.group(name)));
    return true;
  }

  /** The text with captured values put in. */
  static String fill(String text, Map<String, String> bindings) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(bound(found.group(1), bindings)));
  }

  private static String bound(String name, Map<String, String> bindings) {
    String value = bindings.get(name);
    if (value == null) {
      throw new AssertionError("nothing was captured as {" + name + "}");
    }
    return value;
  }

  private String expression(Map<String, String> bindings, Set<String> captured) {
    StringBuilder expression = new StringBuilder("(?s)");
    Matcher found = PLACEHOLDER.matcher(text);
    int end = 0;
    while (found.find()) {
      expression.append(Pattern.quote(text.substring(end, found.start())));
      expression.append(one(found.group(1), found.group(2), bindings, captured));
      end = found.end();
    }
    return expression.append(Pattern.quote(text.substring(end))).toString();
  }

  private static String one(
      String name, String kind, Map<String, String> bindings, Set<String> captured) {
    if (kind == null && Placeholder.of(name).isPresent()) {
      return Placeholder.of(name).orElseThrow().expression();
    } else if (bindings.containsKey(name)) {
      return Pattern.quote(bindings.get(name));
    } else if (!captured.add(name)) {
      return "\\k<" + name + ">";
    }
    Placeholder captures = kind == null ? Placeholder.WORD : kindOf(kind);
    return "(?<" + name + ">" + captures.expression() + ")";
  }

  private static Placeholder kindOf(String kind) {
    return Placeholder.of(kind)
        .orElseThrow(() -> new IllegalArgumentException("no placeholder of kind " + kind));
  }

  @Override
  public String toString() {
    return text;
  }
}
