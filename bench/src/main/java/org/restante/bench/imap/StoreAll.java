package org.restante.bench.imap;

import java.io.IOException;
import java.util.List;

/**
 * A flag of all letters of a mailbox at once; the unit is such a command.
 *
 * @param mailbox its name
 * @param letters how many it has
 */
record StoreAll(String mailbox, int letters) implements Workload {
  private static final int TIMES = 4;

  @Override
  public void setUp(Target target) throws IOException {
    try (ImapWire wire = target.login(1)) {
      Letters.fill(wire, mailbox, letters, Letters::mixed);
    }
  }

  @Override
  public Round prepare(Target target, int round) throws IOException {
    ImapWire wire = target.login(1);
    wire.command("SELECT " + mailbox);
    wire.command("STORE 1:* -FLAGS.SILENT (\\Flagged)");
    return new Clients(List.of(wire), (on, number) -> toggle(on));
  }

  private static double toggle(ImapWire wire) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      wire.command("STORE 1:* " + (i % 2 == 0 ? "+" : "-") + "FLAGS (\\Flagged)");
    }
    return TIMES;
  }
}
