package org.restante.mime;

import java.util.List;
import java.util.Optional;
import org.restante.mime.header.Parameter;
import org.restante.mime.header.ParameterizedValue;

/**
 * A Content-Disposition.
 *
 * @param type such as {@code inline} or {@code attachment}, in the letter's case
 * @rfc 2183 2
 */
public record Disposition(String type, List<Parameter> parameters) {

  public Disposition {
    parameters = List.copyOf(parameters);
  }

  /** Reads a field value; absent if it names no type. */
  static Optional<Disposition> parse(String field) {
    ParameterizedValue parsed = ParameterizedValue.parse(field);
    return Optional.of(new Disposition(parsed.value(), parsed.parameters()))
        .filter(disposition -> !disposition.type().isEmpty());
  }
}
