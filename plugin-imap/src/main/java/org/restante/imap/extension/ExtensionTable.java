package org.restante.imap.extension;

import java.util.List;
import java.util.Set;

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

  /** What the name of an extension switches on; nothing where there is no such extension. */
  public Set<Feature> features(String name) {
    return rows.stream()
        .filter(row -> row.name().equalsIgnoreCase(name))
        .map(ExtensionRow::features)
        .findFirst()
        .orElse(Set.of());
  }
}
