package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.restante.mime.header.Parameter;

/**
 * The boundary of a multipart. A line is a delimiter if it starts with it; what follows is not
 * looked at, as the RFC has it.
 *
 * @rfc 2046 5.1.1
 */
final class Boundary {

  /** RFC 2046 allows 70, RFC 5322 §2.1.1 no line longer than this. */
  private static final int LONGEST = 998;

  /** Octets of a line that decide whether it is a delimiter, and whether it is the last one. */
  static final int DECIDING = LONGEST + 4;

  private final byte[] delimiter;

  private Boundary(String value) {
    delimiter = ("--" + value).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The boundary of a multipart; absent if there is none to be found in lines. */
  static Optional<Boundary> of(ContentFields content) {
    return content.parameters().stream()
        .filter(parameter -> parameter.isNamed("boundary"))
        .findFirst()
        .map(Parameter::value)
        .map(String::stripTrailing)
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
        .map(Boundary::new);
  }

  int length() {
    return delimiter.length;
  }

  boolean opens(byte[] line, int length) {
    int own = delimiter.length;
    // Most lines that are none differ in the last octet too, and there may be many boundaries.
    return length >= own
        && line[own - 1] == delimiter[own - 1]
        && Arrays.equals(delimiter, 0, own, line, 0, own);
  }

  /** Whether a line that it opens is the last delimiter. */
  boolean closes(byte[] line, int length) {
    int rest = delimiter.length;
    return length >= rest + 2 && line[rest] == '-' && line[rest + 1] == '-';
  }
}
