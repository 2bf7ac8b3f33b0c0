package org.restante.bench.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whole letters, picked at random; the unit is a letter.
 *
 * @param mailbox its name
 * @param letters how many it has
 * @param connections how many read at once
 * @param reads of a round
 */
record Bodies(String mailbox, int letters, int connections, int reads) implements Workload {

  @Override
  public void setUp(Target target) throws IOException {
    try (ImapWire wire = target.login(1)) {
      Letters.fill(wire, mailbox, letters, Letters::mixed);
    }
  }

  @Override
  public Round prepare(Target target, int round) throws IOException {
    List<ImapWire> wires = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      ImapWire wire = target.login(1);
      wire.command("SELECT " + mailbox);
      wires.add(wire);
    }
    return new Clients(wires, (wire, number) -> read(wire, round * connections + number));
  }

  private double read(ImapWire wire, int seed) throws IOException {
    SplittableRandom chance = new SplittableRandom(seed);
    int count = reads / connections;
    for (int i = 0; i < count; i++) {
      int number = 1 + chance.nextInt(letters);
      if (wire.command("FETCH " + number + " BODY.PEEK[]").octets() < 1000) {
        throw new IOException("letter " + number + " did not come");
      }
    }
    return count;
  }
}
