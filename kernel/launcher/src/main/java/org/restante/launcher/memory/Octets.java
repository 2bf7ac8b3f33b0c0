package org.restante.launcher.memory;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of octets as people write them: {@code 500M}, {@code 1GiB}; powers of 1,024. */
public final class Octets {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:([KMGT])(?:IB)?)?");
  private static final String UNITS = "KMGT";

  private Octets() {}

  /** The number; none where the text is not of that form, or the number is too large. */
  public static OptionalLong parse(String text) {
    Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      return OptionalLong.empty();
    }
    int unit = form.group(2) == null ? 0 : 1 + UNITS.indexOf(form.group(2));
    try {
      return OptionalLong.of(Math.multiplyExact(Long.parseLong(form.group(1)), 1L << (10 * unit)));
    } catch (ArithmeticException tooMuch) {
      return OptionalLong.empty();
    }
  }
}
