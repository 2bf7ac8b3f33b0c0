package org.restante.launcher.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program for the start script: prints the options of the server's JVM that follow from the
 * memory setting, for the arguments of that server. It loads next to nothing: it is in the way of
 * each start.
 */
public final class JvmOptions {

  private JvmOptions() {}

  /** Prints the options in one line; exit code 2 and one line on standard error where it can't. */
  public static void main(String[] arguments) {
    try {
      System.out.println(
          String.join(" ", of(arguments, System.getenv(), new Machine(Path.of("/")))));
    } catch (IOException | IllegalArgumentException unusable) {
      System.err.println("restante: " + unusable.getMessage());
      System.exit(2);
    }
  }

  static List<String> of(String[] arguments, Map<String, String> environment, Machine machine)
      throws IOException {
    String asked = option("--memory", arguments, environment.get("RESTANTE_MEMORY"));
    String home = option("--home", arguments, environment.get("RESTANTE_HOME"));
    // the home of a demonstration is made anew: what it says now does not count
    boolean demo = Arrays.asList(arguments).contains("demo");
    Path etc = demo ? null : Path.of(home == null ? "restante-home" : home, "etc");
    Budget budget = MemorySetting.find(asked, etc, machine);
    return List.of(
        "-Xmx" + budget.heap() / Budget.MIB + "m",
        "-XX:MaxDirectMemorySize=" + budget.network() / Budget.MIB + "m",
        "-D" + Budget.PROPERTY + "=" + budget.total());
  }

  /** The last one counts, as everywhere. */
  private static @Nullable String option(
      String name, String[] arguments, @Nullable String otherwise) {
    String value = otherwise == null || otherwise.isEmpty() ? null : otherwise;
    for (int at = 0; at < arguments.length; at++) {
      if (arguments[at].startsWith(name + "=")) {
        value = arguments[at].substring(name.length() + 1);
      } else if (arguments[at].equals(name) && at + 1 < arguments.length) {
        value = arguments[at + 1];
      }
    }
    return value;
  }
}
