package org.restante.imap.extension;

import java.util.List;
import java.util.Optional;

/** All extensions, in the order in which CAPABILITY shows them. */
public record ExtensionTable(List<ExtensionRow> rows) {
  private static final int ABOUT = 1024; // characters of all capabilities

  /** Copies the rows. */
  public ExtensionTable {
    rows = List.copyOf(rows);
  }

  /** What the client may use now, separated by spaces. */
  public String capabilities(Standing standing) {
    StringBuilder shown = new StringBuilder(ABOUT);
    for (ExtensionRow row : rows) {
      if (row.states().contains(standing.state())) {
        row.capabilities().apply(standing).forEach(name -> shown.append(' ').append(name));
      }
    }
    return shown.isEmpty() ? "" : shown.substring(1);
  }

  /** The extension of that name, in any case, if it is one that can be enabled. */
  public Optional<ExtensionRow> enabled(String name) {
    return rows.stream()
        .filter(row -> row.name().equalsIgnoreCase(name) && !row.features().isEmpty())
        .findFirst();
  }
}
