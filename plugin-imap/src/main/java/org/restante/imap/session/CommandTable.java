package org.restante.imap.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All commands, by name. */
public final class CommandTable {
  private final Map<String, CommandRow> rows;

  /** A table of these rows. */
  public CommandTable(List<CommandRow> rows) {
    this.rows =
        rows.stream().collect(Collectors.toUnmodifiableMap(CommandRow::name, Function.identity()));
  }

  /** The names, upper case. */
  public Set<String> names() {
    return rows.keySet();
  }

  /** The row of a name in upper case. */
  public Optional<CommandRow> row(String name) {
    return Optional.ofNullable(rows.get(name));
  }
}
