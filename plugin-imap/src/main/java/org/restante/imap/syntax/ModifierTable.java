package org.restante.imap.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The optional parameters that a command takes in parentheses: by name in upper case, how what
 * follows the name is read. An extension that adds one adds a row.
 *
 * @param <T> the parameters of one command
 * @rfc 4466 2.1
 */
public record ModifierTable<T>(Map<String, Function<ImapReader, ? extends T>> rows) {

  /** Copies the rows. */
  public ModifierTable {
    rows = Map.copyOf(rows);
  }

  /** Reads a space and a list, if they come next. */
  public Modifiers<T> takeBehindSpace(ImapReader in) {
    return in.take(' ') ? expect(in) : new Modifiers<>(List.of());
  }

  /** Reads a list; an unknown name, or one that comes twice, is an error. */
  public Modifiers<T> expect(ImapReader in) {
    List<T> values = new ArrayList<>();
    Set<String> names = new HashSet<>();
    in.expect('(');
    do {
      String name = in.expectName();
      Function<ImapReader, ? extends T> reader = rows.get(name);
      if (reader == null || !names.add(name)) {
        throw new SyntaxError(reader == null ? "no such parameter" : name + " comes twice");
      }
      values.add(reader.apply(in));
    } while (in.take(' '));
    in.expect(')');
    return new Modifiers<>(values);
  }
}
