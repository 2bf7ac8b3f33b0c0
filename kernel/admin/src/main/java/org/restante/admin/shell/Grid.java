package org.restante.admin.shell;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as they need to be. */
final class Grid {

  private final List<List<String>> rows = new ArrayList<>();

  Grid(String... headings) {
    rows.add(List.of(headings));
  }

  Grid add(Object... cells) {
    rows.add(List.of(cells).stream().map(Object::toString).toList());
    return this;
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(line(row, widths)).append('\n'));
    return text.toString();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).repeat(' ', widths[column] - cell.length() + 2);
    }
    return line.toString().stripTrailing();
  }
}
