package org.restante.launcher.command;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says how far a deployment is: on a terminal one line that changes, elsewhere a line for each
 * change.
 */
final class DeployProgress {

  private static final String TO_LINE_START = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private String last = "";

  DeployProgress(PrintWriter out) {
    this(out, Boolean.getBoolean("restante.terminal"));
  }

  DeployProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A line of the server's answer. */
  void at(Map<String, Object> line) {
    String text = String.valueOf(line.get("step"));
    if (number(line.get("moved")) + number(line.get("waiting")) + number(line.get("dropped")) > 0) {
      text +=
          ": moved %d, waiting %d, dropped %d"
              .formatted(
                  number(line.get("moved")),
                  number(line.get("waiting")),
                  number(line.get("dropped")));
    }
    if (!text.equals(last)) {
      out.print(terminal ? TO_LINE_START + text : text + System.lineSeparator());
      out.flush();
      last = text;
    }
  }

  /** What comes next begins on a line of its own. */
  void end() {
    if (terminal && !last.isEmpty()) {
      out.println();
      out.flush();
    }
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
