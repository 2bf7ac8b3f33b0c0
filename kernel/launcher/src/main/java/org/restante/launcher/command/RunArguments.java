package org.restante.launcher.command;

import java.nio.file.Path;
import java.util.Optional;
import org.restante.launcher.home.Home;

/**
 * The arguments of {@code run} in their plainest form, as unit files and {@code start} give them.
 * To read them without the library for command lines saves a tenth of a start. Whatever is not of
 * that form, wrong usage above all, is the library's.
 *
 * @param home where the server lives
 * @param basePort added to every well-known port
 */
public record RunArguments(Path home, int basePort) {

  /** Those of {@code run --home DIR --base-port N}; empty for anything else. */
  public static Optional<RunArguments> of(String... words) {
    boolean plain =
        words.length == 5
            && words[0].equals("run")
            && words[1].equals("--home")
            && !words[2].startsWith("-")
            && words[3].equals("--base-port")
            && words[4].matches("[0-9]{1,5}")
            && Integer.parseInt(words[4]) <= Restante.MOST_BASE_PORT;
    return plain && !words[2].isEmpty()
        ? Optional.of(new RunArguments(Path.of(words[2]), Integer.parseInt(words[4])))
        : Optional.empty();
  }

  /** Runs the server until it is stopped; returns the exit code. */
  public int run() throws Exception {
    Run.start(new Home(home), basePort).awaitStop();
    return 0;
  }
}
