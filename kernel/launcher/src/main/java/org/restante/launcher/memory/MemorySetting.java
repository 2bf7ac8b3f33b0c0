package org.restante.launcher.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The setting: {@code --memory}, else {@code $RESTANTE_MEMORY}, else {@code memory} in {@code
 * etc/server.conf} of the home, else {@code auto}.
 */
final class MemorySetting {

  private static final String AUTO = "auto";
  private static final Pattern LINE = Pattern.compile("([^=\\s]+)\\s*=\\s*\"?([^\"]*?)\"?");

  private MemorySetting() {}

  /**
   * The budget that is asked for.
   *
   * @param asked on the command line or in the environment
   * @param etc of the home; null where it does not count
   * @throws IllegalArgumentException in one line, with cause and cure
   */
  static Budget find(@Nullable String asked, @Nullable Path etc, Machine machine)
      throws IOException {
    if (asked != null) {
      return budget("--memory (or RESTANTE_MEMORY)", asked, machine);
    }
    Path file = etc == null ? null : etc.resolve("server.conf");
    String configured = file == null || Files.notExists(file) ? AUTO : read(file).orElse(AUTO);
    return budget("memory in " + file, configured, machine);
  }

  private static Budget budget(String where, String text, Machine machine) {
    if (text.equals(AUTO)) {
      return Budget.ofMachine(machine.memory());
    }
    OptionalLong octets = Octets.parse(text);
    if (octets.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is «%s» and should be auto, or a size as in 1GiB or 768M".formatted(where, text));
    }
    try {
      return new Budget(octets.getAsLong());
    } catch (IllegalArgumentException tooSmall) {
      throw new IllegalArgumentException(where + ": " + tooSmall.getMessage(), tooSmall);
    }
  }

  private static Optional<String> read(Path file) throws IOException {
    Optional<String> memory = Optional.empty();
    for (String line : Files.readAllLines(file)) {
      Matcher form = LINE.matcher(line.strip());
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      if (!form.matches() || !form.group(1).equals("memory")) {
        throw new IllegalArgumentException(
            "%s has the line «%s»; the one key there is memory".formatted(file, line.strip()));
      }
      memory = Optional.of(form.group(2));
    }
    return memory;
  }
}
