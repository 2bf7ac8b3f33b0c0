package org.restante.bench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One life of the process that is killed, and what it acknowledged. */
final class Round {
  private final Map<Integer, Acknowledged> acknowledged = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * What a client was told.
   *
   * @param operations how many operations are done
   * @param modSeq the highest MODSEQ it saw
   */
  record Acknowledged(long operations, long modSeq) {
    Acknowledged plus(long newModSeq) {
      return new Acknowledged(operations + 1, Math.max(modSeq, newModSeq));
    }
  }

  /**
   * Starts clients on a store, kills them some time after the first acknowledgement, and hears what
   * they said.
   *
   * @param environment of the process
   * @param arguments of {@link Clients}
   */
  static Round run(Map<String, String> environment, List<String> arguments, Duration time)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Clients.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Round round = new Round();
    try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
      round.hear(lines, process, time);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return round;
  }

  Acknowledged of(Client client) {
    return acknowledged.getOrDefault(client.number(), new Acknowledged(0, 0));
  }

  long operations() {
    return acknowledged.values().stream().mapToLong(Acknowledged::operations).sum();
  }

  /** What the clients found wrong themselves. */
  List<String> wrong() {
    return wrong;
  }

  private void hear(BufferedReader lines, Process process, Duration time) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ");
      if (words[0].equals("ack") && words.length == 3) {
        if (acknowledged.isEmpty()) {
          CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
              .execute(() -> process.toHandle().destroyForcibly()); // what it said stays readable
        }
        acknowledged.merge(
            Integer.parseInt(words[1]),
            new Acknowledged(1, Long.parseLong(words[2])),
            (before, one) -> before.plus(one.modSeq));
      } else if (words[0].equals("wrong")) {
        wrong.add(line);
      }
    }
    if (acknowledged.isEmpty()) {
      wrong.add("the clients ended before the first acknowledgement");
    }
  }
}
