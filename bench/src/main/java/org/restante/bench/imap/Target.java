package org.restante.bench.imap;

import java.io.IOException;

/**
 * A server under load. Its accounts are {@code user1}, {@code user2}, …, all with the password
 * {@code pass}.
 *
 * @param name what the figures call it
 * @param port where it speaks IMAP on loopback, without TLS
 * @param processes its process tree
 */
record Target(String name, int port, ProcessTree processes) {

  /** Reads {@code NAME:PORT:PID}. */
  static Target of(String text) {
    String[] words = text.split(":");
    return new Target(
        words[0], Integer.parseInt(words[1]), new ProcessTree(Long.parseLong(words[2])));
  }

  /** A connection that is logged in. */
  ImapWire login(int user) throws IOException {
    ImapWire wire = ImapWire.connect(port);
    wire.command("LOGIN user" + user + " pass");
    return wire;
  }
}
