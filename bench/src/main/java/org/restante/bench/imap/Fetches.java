package org.restante.bench.imap;

import java.io.IOException;
import java.util.List;

/**
 * One command that tells of every letter of a mailbox; the unit is a letter.
 *
 * @param mailbox its name
 * @param letters how many it has
 * @param kind which they are
 * @param fresh whether each round has a mailbox of its own that nobody has read yet
 * @param command what is asked
 */
record Fetches(String mailbox, int letters, Letters.Kind kind, boolean fresh, String command)
    implements Workload {

  @Override
  public void setUp(Target target) throws IOException {
    if (!fresh) {
      try (ImapWire wire = target.login(1)) {
        Letters.fill(wire, mailbox, letters, kind);
        wire.command("SELECT " + mailbox);
        wire.command(command);
      }
    }
  }

  @Override
  public Round prepare(Target target, int round) throws IOException {
    String name = fresh ? mailbox + round : mailbox;
    if (fresh) {
      try (ImapWire wire = target.login(1)) {
        Letters.fill(wire, name, letters, kind);
      }
    }
    ImapWire wire = target.login(1);
    wire.command("SELECT " + name);
    return new Clients(List.of(wire), (on, number) -> fetch(on));
  }

  private double fetch(ImapWire wire) throws IOException {
    long responses = wire.command(command).responses();
    if (responses < letters) {
      throw new IOException(command + " told of " + responses + " letters of " + letters);
    }
    return letters;
  }
}
