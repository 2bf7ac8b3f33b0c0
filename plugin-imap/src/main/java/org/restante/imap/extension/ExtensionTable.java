package org.restante.imap.extension;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All extensions, in the order in which CAPABILITY shows them. */
public record ExtensionTable(List<ExtensionRow> rows) {

  /** Copies the rows. */
  public ExtensionTable {
    rows = List.copyOf(rows);
  }

  /** What the client may use now, separated by spaces. */
  public String capabilities(Standing standing) {
    return rows.stream()
        .filter(row -> row.states().contains(standing.state()))
        .flatMap(row -> row.capabilities().apply(standing).stream())
        .collect(Collectors.joining(" "));
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
