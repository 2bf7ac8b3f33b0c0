package org.restante.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * The system flags that are stored; {@code \Recent} is a matter of sessions and is not among them.
 *
 * @rfc 3501 2.3.2
 */
public enum SystemFlag {
  /** Read. */
  SEEN("\\Seen"),
  /** Answered. */
  ANSWERED("\\Answered"),
  /** Marked for attention. */
  FLAGGED("\\Flagged"),
  /** Marked for removal by EXPUNGE. */
  DELETED("\\Deleted"),
  /** Not finished. */
  DRAFT("\\Draft");

  private final String text;

  SystemFlag(String text) {
    this.text = text;
  }

  /** The flag as protocols write it, backslash included. */
  public String text() {
    return text;
  }

  /** The bit of this flag in {@link Flags#system}. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The flag of this text, in any case. */
  public static Optional<SystemFlag> of(String text) {
    return Arrays.stream(values()).filter(flag -> flag.text.equalsIgnoreCase(text)).findFirst();
  }
}
