package org.restante.bench.imap;

import java.io.IOException;
import java.util.List;

/**
 * One command on a mailbox, several times; the unit is a command.
 *
 * @param mailbox its name
 * @param letters how many it has
 * @param kind which they are
 * @param selected whether the mailbox is selected before
 * @param command what is asked
 * @param times how often in a round
 */
record Repeated(
    String mailbox, int letters, Letters.Kind kind, boolean selected, String command, int times)
    implements Workload {

  @Override
  public void setUp(Target target) throws IOException {
    try (ImapWire wire = target.login(1)) {
      Letters.fill(wire, mailbox, letters, kind);
      wire.command("SELECT " + mailbox);
      wire.command(command);
    }
  }

  @Override
  public Round prepare(Target target, int round) throws IOException {
    ImapWire wire = target.login(1);
    if (selected) {
      wire.command("SELECT " + mailbox);
    }
    return new Clients(List.of(wire), (on, number) -> repeat(on));
  }

  private double repeat(ImapWire wire) throws IOException {
    for (int i = 0; i < times; i++) {
      wire.command(command);
    }
    return times;
  }
}
