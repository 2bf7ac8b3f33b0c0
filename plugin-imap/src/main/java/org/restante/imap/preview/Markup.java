package org.restante.imap.preview;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes HTML apart as far as a preview needs: passes text on, tags and hidden elements not. */
final class Markup {
  private static final Set<String> HIDDEN = Set.of("style", "script", "head", "title");
  private static final Map<String, Integer> NAMED =
      Map.of(
          "amp",
          (int) '&',
          "lt",
          (int) '<',
          "gt",
          (int) '>',
          "quot",
          (int) '"',
          "apos",
          (int) '\'',
          "nbsp",
          0xA0,
          "zwnj",
          0x200C,
          "mdash",
          0x2014,
          "ndash",
          0x2013,
          "hellip",
          0x2026);
  private static final int LONGEST_ENTITY = 10;
  private static final int LONGEST_TAG = 200;
  private static final int KEPT_OF_TAG = 20;

  private enum State {
    TEXT,
    TAG,
    ENTITY
  }

  private final Words words;
  private final StringBuilder held = new StringBuilder();
  private State state = State.TEXT;
  // The element whose end is waited for, or empty.
  private String hidden = "";

  Markup(Words words) {
    this.words = words;
  }

  void add(char c) {
    switch (state) {
      case TEXT -> text(c);
      case TAG -> tag(c);
      case ENTITY -> entity(c);
    }
  }

  private void text(char c) {
    if (c == '<' || c == '&') {
      held.setLength(0);
      state = c == '<' ? State.TAG : State.ENTITY;
    } else if (hidden.isEmpty()) {
      words.add(c);
    }
  }

  private void tag(char c) {
    boolean comment = held.length() >= 3 && held.substring(0, 3).equals("!--");
    if (c == '>' && (!comment || endsWithDashes())) {
      endTag();
      state = State.TEXT;
    } else {
      if (held.length() == LONGEST_TAG) { // the name, and how a comment ends, is all that matters
        held.delete(KEPT_OF_TAG, held.length() - 2);
      }
      held.append(c);
    }
  }

  private boolean endsWithDashes() {
    int length = held.length();
    return length >= 5 && held.charAt(length - 1) == '-' && held.charAt(length - 2) == '-';
  }

  private void endTag() {
    int end = !held.isEmpty() && held.charAt(0) == '/' ? 1 : 0;
    while (end < held.length() && Character.isLetterOrDigit(held.charAt(end))) {
      end++;
    }
    String name = held.substring(0, end).toLowerCase(Locale.ROOT);
    if (!hidden.isEmpty()) {
      boolean over = name.equals("/" + hidden) || (hidden.equals("head") && name.equals("body"));
      hidden = over ? "" : hidden;
    } else if (HIDDEN.contains(name)) {
      hidden = name;
    } else if (!isInline(name)) {
      words.add(' ');
    }
  }

  /** Elements that stand within a word. */
  private static boolean isInline(String name) {
    String element = name.startsWith("/") ? name.substring(1) : name;
    return Set.of("a", "b", "i", "u", "em", "strong", "span", "font", "small", "sup", "sub", "wbr")
        .contains(element);
  }

  private void entity(char c) {
    if (c == ';') {
      if (hidden.isEmpty()) {
        words.addCodePoint(character(held.toString()));
      }
      state = State.TEXT;
    } else if (held.length() < LONGEST_ENTITY && (Character.isLetterOrDigit(c) || c == '#')) {
      held.append(c);
    } else {
      if (hidden.isEmpty()) {
        words.add('&');
        held.chars().forEach(held -> words.add((char) held));
      }
      state = State.TEXT;
      text(c);
    }
  }

  private static int character(String name) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), (int) ' ');
    }
    try {
      boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
      int code =
          hexadecimal
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) && !isSurrogate(code) ? code : ' ';
    } catch (NumberFormatException noNumber) {
      return ' ';
    }
  }

  private static boolean isSurrogate(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }
}
