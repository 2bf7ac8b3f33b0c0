package org.restante.bench.sync;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** A client that works for a while, changes mailboxes, and is offline at times. */
final class Device {
  private static final int LEAVES_ONE_IN = 60;
  private static final int CHANGES_ONE_IN = 20;

  private final SyncClient client;
  private final Random random;
  private final Commands commands;
  private long spells;

  Device(SyncClient client, Random random, List<String> mailboxes) {
    this.client = client;
    this.random = random;
    this.commands = new Commands(random, mailboxes, client);
  }

  long spells() {
    return spells;
  }

  /** Sends about so many commands, fewer where it goes offline. */
  void work(int most) {
    explained(
        () -> {
          online();
          int sent = 0;
          while (sent < most && client.online()) {
            List<String> batch = commands.next();
            sent += batch.size();
            if (random.nextInt(LEAVES_ONE_IN) == 0) {
              leave(batch);
            } else {
              client.runAll(batch);
              client.acquaint();
              if (random.nextInt(CHANGES_ONE_IN) == 0) {
                client.select(commands.anyMailbox());
              }
            }
          }
        });
  }

  private void online() throws IOException {
    if (!client.online()) {
      client.connect();
      client.select(commands.anyMailbox());
    }
  }

  private void leave(List<String> batch) throws IOException {
    spells++;
    switch (random.nextInt(3)) {
      case 0 -> client.run("LOGOUT");
      case 1 -> client.run("UNSELECT");
      default -> client.cut(batch);
    }
    client.disconnect();
    if (random.nextBoolean()) {
      online();
    }
  }

  void settle() {
    explained(
        () -> {
          online();
          client.settle();
        });
  }

  void check(Map<String, TreeMap<Long, Message>> there) {
    explained(
        () -> client.open().check(Objects.requireNonNull(there.get(client.open().mailbox()))));
  }

  /** Work that talks to the server. */
  private interface Work {
    void run() throws IOException;
  }

  private void explained(Work work) {
    try {
      work.run();
    } catch (Violation violation) {
      throw new Violation(
          client.kind() + ": " + violation.getMessage() + "\n" + client.lastLines());
    } catch (RuntimeException | IOException failure) {
      throw new Violation(client.kind() + ": " + failure + "\n" + client.lastLines());
    }
  }
}
