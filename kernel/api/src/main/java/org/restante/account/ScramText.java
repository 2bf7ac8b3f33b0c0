package org.restante.account;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Names and passwords as SCRAM compares them: what is written in different ways and looks the same
 * is the same. Control characters and the like are left to fail by not matching.
 *
 * @rfc 5802 5.1
 */
final class ScramText {
  /** Not ASCII's space, and taken for it (RFC 4013 §2.1, table C.1.2 of RFC 3454). */
  private static final Pattern SPACES = Pattern.compile("[\\p{Zs}&&[^ ]]");

  /** Taken for nothing (RFC 4013 §2.1, table B.1 of RFC 3454). */
  private static final Pattern NOTHING =
      Pattern.compile(
          "[\\u00ad\\u034f\\u1806\\u180b-\\u180d\\u200b-\\u200d\\u2060\\ufe00-\\ufe0f\\ufeff]");

  private ScramText() {}

  static String prepared(String text) {
    String spaced = SPACES.matcher(NOTHING.matcher(text).replaceAll("")).replaceAll(" ");
    return Normalizer.normalize(spaced, Normalizer.Form.NFKC);
  }
}
