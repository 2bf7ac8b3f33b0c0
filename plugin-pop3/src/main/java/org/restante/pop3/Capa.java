package org.restante.pop3;

import java.util.List;
import java.util.OptionalInt;
import org.restante.pop3.multiline.MultiLineWriter;
import org.restante.protocol.Connection;

/**
 * CAPA: what this server can do.
 *
 * @rfc 2449 5
 * @rfc 5034 3
 * @rfc 3206 5
 */
record Capa() implements Command {

  static Capa read(Arguments arguments) {
    return new Capa();
  }

  @Override
  public void run(Pop3Session session) {
    session.multiLine("what this server can do", answer -> list(session, answer));
  }

  private static void list(Pop3Session session, MultiLineWriter answer) {
    Connection connection = session.connection();
    if (!session.authorized() && connection.startTlsOffered() && !connection.encrypted()) {
      answer.line("STLS");
    }
    if (connection.plaintextLoginAllowed()) {
      answer.line("USER");
    }
    List<String> mechanisms = session.services().sasl().mechanisms(connection);
    if (!mechanisms.isEmpty()) {
      answer.line("SASL " + String.join(" ", mechanisms));
    }
    answer.line("TOP");
    answer.line("UIDL");
    answer.line("PIPELINING");
    answer.line("RESP-CODES");
    answer.line("AUTH-RESP-CODE");
    answer.line("EXPIRE " + expire(session.services().settings().expireDays()));
    answer.line("IMPLEMENTATION Restante");
  }

  /** How long letters are kept (RFC 2449 §6.7), of every user alike. */
  private static String expire(OptionalInt days) {
    return days.isPresent() ? String.valueOf(days.getAsInt()) : "NEVER";
  }
}
