package org.restante.launcher.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of octets as people write it: {@code 500M}; K, M, G and T are powers of 1,024. */
record Size(long octets) {

  static Size parse(String text) {
    int unit =
        text.isEmpty() ? -1 : "KMGT".indexOf(Character.toUpperCase(text.charAt(text.length() - 1)));
    String number = unit < 0 ? text : text.substring(0, text.length() - 1);
    try {
      return new Size(Math.multiplyExact(Long.parseLong(number), 1L << (10 * (unit + 1))));
    } catch (NumberFormatException | ArithmeticException malformed) {
      throw new TypeConversionException("«" + text + "» is no size; write 500M, for instance");
    }
  }

  /** Reads a size for the command line. */
  static final class Converter implements ITypeConverter<Size> {
    @Override
    public Size convert(String text) {
      return parse(text);
    }
  }
}
