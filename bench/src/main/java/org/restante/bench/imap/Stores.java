package org.restante.bench.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A flag of one letter at a time, set and cleared in turn; the unit is a change. Each connection
 * has an account of its own.
 *
 * @param connections how many at once
 * @param changes of a round
 */
record Stores(int connections, int changes) implements Workload {
  private static final String MAILBOX = "flagged";
  private static final int LETTERS = 200;

  @Override
  public void setUp(Target target) throws IOException {
    for (int i = 0; i < connections; i++) {
      try (ImapWire wire = target.login(1 + i)) {
        Letters.fill(wire, MAILBOX, LETTERS, Letters::small);
      }
    }
  }

  @Override
  public Round prepare(Target target, int round) throws IOException {
    List<ImapWire> wires = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      ImapWire wire = target.login(1 + i);
      wire.command("SELECT " + MAILBOX);
      wire.command("STORE 1:* -FLAGS.SILENT (\\Flagged)");
      wires.add(wire);
    }
    return new Clients(wires, (wire, number) -> change(wire));
  }

  private double change(ImapWire wire) throws IOException {
    int count = changes / connections;
    for (int i = 0; i < count; i++) {
      String sign = i / LETTERS % 2 == 0 ? "+" : "-";
      wire.command("STORE " + (1 + i % LETTERS) + " " + sign + "FLAGS (\\Flagged)");
    }
    return count;
  }
}
