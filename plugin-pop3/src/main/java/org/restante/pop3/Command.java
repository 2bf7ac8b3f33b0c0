package org.restante.pop3;

/** A command, parsed. It answers with one {@code +OK}, or throws a problem. */
sealed interface Command
    permits Auth,
        Capa,
        Dele,
        ListCommand,
        Noop,
        Pass,
        Quit,
        Retr,
        Rset,
        Stat,
        Stls,
        Top,
        Uidl,
        User {

  /** Does it and answers. */
  void run(Pop3Session session);
}
