package org.restante.launcher.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of octets as people write it: {@code 500M}; K, M, G and T are powers of 1,024. */
record Size(long octets) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})([KMGT]?)");
  private static final String UNITS = "KMGT";

  static Size parse(String text) {
    Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      throw malformed(text);
    }
    int unit = form.group(2).isEmpty() ? 0 : 1 + UNITS.indexOf(form.group(2));
    try {
      return new Size(Math.multiplyExact(Long.parseLong(form.group(1)), 1L << (10 * unit)));
    } catch (ArithmeticException tooMuch) {
      throw malformed(text);
    }
  }

  private static TypeConversionException malformed(String text) {
    return new TypeConversionException("«" + text + "» is no size; write 500M, for instance");
  }

  /** Reads a size for the command line. */
  static final class Converter implements ITypeConverter<Size> {
    @Override
    public Size convert(String text) {
      return parse(text);
    }
  }

  /**
   * A size, or none.
   *
   * @param octets null for no limit
   * @param inherited the domain's, whatever it is
   */
  record Limit(@Nullable Long octets, boolean inherited) {}

  /** Reads a size, {@code none} or {@code default}. */
  static final class LimitConverter implements ITypeConverter<Limit> {
    @Override
    public Limit convert(String text) {
      return switch (text) {
        case "none" -> new Limit(null, false);
        case "default" -> new Limit(null, true);
        default -> new Limit(parse(text).octets(), false);
      };
    }
  }
}
