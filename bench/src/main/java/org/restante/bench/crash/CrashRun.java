package org.restante.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rounds of kill and comparison on one store. Prints a line a round. */
public final class CrashRun {
  private static final int CLIENTS = 16;

  private final Path store;
  private final Path models;
  private final long seed;
  private final boolean sync;
  private final Random random;
  private final @Nullable PowerLoss power;
  private final Map<Integer, Inbox> inboxes = new TreeMap<>();
  private List<Client> clients;
  private long acknowledged;

  private CrashRun(Path scratch, long seed, boolean sync, @Nullable Path shim) throws IOException {
    this.store = scratch.resolve("store");
    this.models = scratch.resolve("models");
    this.seed = seed;
    this.sync = sync;
    this.random = new Random(seed);
    this.power = shim == null ? null : new PowerLoss(store, shim, scratch);
    this.clients =
        IntStream.range(0, CLIENTS).mapToObj(number -> Client.fresh(seed, number)).toList();
    IntStream.range(0, Client.accounts()).forEach(account -> inboxes.put(account, new Inbox()));
  }

  /**
   * Arguments: scratch directory, seed, rounds, {@code sync} or {@code nosync}, and the shim where
   * the power is to fail at each kill. Ends with 1 where something was not as acknowledged.
   */
  public static void main(String[] arguments) throws Exception {
    Path shim = arguments.length > 4 ? Path.of(arguments[4]) : null;
    Path scratch = Files.createDirectories(Path.of(arguments[0]));
    boolean sync = arguments[3].equals("sync");
    CrashRun run = new CrashRun(scratch, Long.parseLong(arguments[1]), sync, shim);
    System.exit(run.rounds(Integer.parseInt(arguments[2])) ? 0 : 1);
  }

  private boolean rounds(int count) throws IOException, InterruptedException {
    try (OpenStore first = new OpenStore(store, engine -> engine)) {
      first.prepare(CLIENTS);
    }
    for (int round = 1; round <= count; round++) {
      List<String> problems = round(round, round == count);
      String lost =
          power == null
              ? ""
              : ", %d octets and %d entries lost"
                  .formatted(power.octetsLost(), power.entriesLost());
      System.out.printf("round %d: %d operations acknowledged%s%n", round, acknowledged, lost);
      problems.stream().limit(10).forEach(problem -> System.out.println("problem " + problem));
      if (!problems.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private List<String> round(int number, boolean last) throws IOException, InterruptedException {
    ModelFile.write(models, clients);
    Map<String, String> environment = power == null ? Map.of() : power.begin();
    Duration time = Duration.ofMillis(50 + random.nextInt(550));
    Round round =
        Round.run(
            environment,
            List.of(
                store.toString(), models.toString(), Long.toString(seed), sync ? "sync" : "nosync"),
            time);
    if (power != null) {
      power.strike(random);
    }
    acknowledged += round.operations();
    List<String> problems = new ArrayList<>(round.wrong());
    problems.addAll(compared(round, number, last));
    return problems;
  }

  private List<String> compared(Round round, int number, boolean last) {
    try (OpenStore open = new OpenStore(store, engine -> engine)) {
      Verification verification = new Verification(open);
      List<Client> settled = new ArrayList<>();
      for (Client client : clients) {
        settled.add(verification.settled(client, round.of(client), inboxes));
      }
      clients = settled;
      inboxes.forEach(verification::inbox);
      for (int account = 0; account < Client.accounts(); account++) {
        if (last || number % Client.accounts() == account) {
          verification.inspect(account);
        }
      }
      return verification.problems();
    } catch (RuntimeException e) {
      return List.of("the store does not open or can't be read: " + e);
    }
  }
}
