package org.restante.imap.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The optional parameters that a client gave with a command.
 *
 * @param <T> the parameters of that command
 * @rfc 4466 2.1
 */
public record Modifiers<T>(List<T> values) {

  /** Copies the values. */
  public Modifiers {
    values = List.copyOf(values);
  }

  /** The parameter of this kind, if it was given. */
  public <V extends T> Optional<V> find(Class<V> kind) {
    return values.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Whether a parameter was given. */
  public boolean has(T value) {
    return values.contains(value);
  }
}
