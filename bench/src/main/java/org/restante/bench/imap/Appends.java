package org.restante.bench.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.restante.bench.store.BenchLetters;

/**
 * APPEND, one letter a command. Each connection has an account of its own; the unit is a letter.
 *
 * @param connections how many at once
 * @param octets of a letter
 * @param letters of a round
 */
record Appends(int connections, int octets, int letters) implements Workload {

  @Override
  public Round prepare(Target target, int round) throws IOException {
    List<ImapWire> wires = new ArrayList<>();
    List<byte[]> each = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      wires.add(target.login(1 + i));
      each.add(BenchLetters.letter(round * connections + i, octets));
    }
    return new Clients(wires, (wire, number) -> share(wire, each.get(number)));
  }

  private double share(ImapWire wire, byte[] letter) throws IOException {
    int count = letters / connections;
    byte[] own = letter.clone();
    for (int i = 0; i < count; i++) {
      name(own, i);
      wire.command("APPEND INBOX {" + own.length + "+}\r\n", own);
    }
    return count;
  }

  /** Makes it another letter: some octets of its picture say which. */
  private static void name(byte[] letter, int number) {
    int left = number;
    for (int at = letter.length - 20; at > letter.length - 26; at--) {
      letter[at] = (byte) ('a' + left % 26);
      left /= 26;
    }
  }
}
