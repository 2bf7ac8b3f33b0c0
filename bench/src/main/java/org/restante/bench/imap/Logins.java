package org.restante.bench.imap;

import java.io.IOException;

/**
 * Connect, LOGIN, SELECT, LOGOUT; the unit is all of that.
 *
 * @param connections how many at once, each of an account of its own
 * @param sessions of a round
 */
record Logins(int connections, int sessions) implements Workload {
  private static final String MAILBOX = "flagged";

  @Override
  public void setUp(Target target) throws IOException {
    new Stores(connections, 0).setUp(target);
  }

  @Override
  public Round prepare(Target target, int round) {
    return new Round() {

      @Override
      public double run() throws IOException, InterruptedException {
        return Clients.all(connections, number -> visit(target, 1 + number));
      }

      @Override
      public void close() {
        // every visit has closed its own
      }
    };
  }

  private double visit(Target target, int user) throws IOException {
    int count = sessions / connections;
    for (int i = 0; i < count; i++) {
      try (ImapWire wire = target.login(user)) {
        wire.command("SELECT " + MAILBOX);
        wire.command("LOGOUT");
      }
    }
    return count;
  }
}
