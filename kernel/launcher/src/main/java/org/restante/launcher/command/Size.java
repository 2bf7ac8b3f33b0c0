package org.restante.launcher.command;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.memory.Octets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of octets as people write it: {@code 500M}; K, M, G and T are powers of 1,024. */
record Size(long octets) {

  static Size parse(String text) {
    OptionalLong octets = Octets.parse(text);
    if (octets.isEmpty()) {
      throw malformed(text);
    }
    return new Size(octets.getAsLong());
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
