package org.restante.mime.header;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins parameters that were cut into numbered pieces. Pieces may come in any order.
 *
 * @rfc 2231 3
 * @rfc 2231 4.1
 */
final class Continuations {

  private static final Pattern NUMBERED = Pattern.compile("([^*]+)\\*(\\d{1,4})(\\*?)");

  /** A piece of a parameter, or a whole one, which has the number -1. */
  private record Piece(String name, int number, boolean extended, String value) {

    static Piece of(Parameter parameter) {
      Matcher numbered = NUMBERED.matcher(parameter.name());
      if (!numbered.matches()) {
        return new Piece(parameter.name(), -1, false, parameter.value());
      }
      int number = Integer.parseInt(numbered.group(2));
      boolean extended = !numbered.group(3).isEmpty();
      return new Piece(numbered.group(1), number, extended, parameter.value());
    }

    /** The slot that the piece belongs to; a whole parameter has one of its own. */
    String slot(int index) {
      return number < 0 ? "*" + index : name.toLowerCase(Locale.ROOT);
    }

    String asExtended() {
      return extended ? value : ExtendedValue.encode(value);
    }
  }

  private Continuations() {}

  static List<Parameter> join(List<Parameter> parameters) {
    if (!hasPieces(parameters)) {
      return parameters;
    }
    Map<String, List<Piece>> slots = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Piece piece = Piece.of(parameters.get(i));
      slots.computeIfAbsent(piece.slot(i), slot -> new ArrayList<>()).add(piece);
    }
    return slots.values().stream().map(Continuations::joined).toList();
  }

  private static boolean hasPieces(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.name().indexOf('*') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Parameter joined(List<Piece> pieces) {
    pieces.sort(Comparator.comparingInt(Piece::number));
    Piece first = pieces.get(0);
    if (pieces.stream().noneMatch(Piece::extended)) {
      String value = pieces.stream().map(Piece::value).collect(Collectors.joining());
      return new Parameter(first.name(), value);
    }
    String value = pieces.stream().map(Piece::asExtended).collect(Collectors.joining());
    // Only the first piece can carry charset and language; without them they are left out.
    return new Parameter(first.name() + "*", first.extended() ? value : "''" + value);
  }
}
