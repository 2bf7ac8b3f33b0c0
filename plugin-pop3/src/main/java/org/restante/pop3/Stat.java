package org.restante.pop3;

import org.restante.pop3.maildrop.Maildrop;

/**
 * STAT: how many messages there are and how many octets; marked ones are not counted.
 *
 * @rfc 1939 5
 */
record Stat() implements Command {

  static Stat read(Arguments arguments) {
    return new Stat();
  }

  @Override
  public void run(Pop3Session session) {
    Maildrop maildrop = session.maildrop();
    session.ok(maildrop.remaining() + " " + maildrop.remainingOctets());
  }
}
