package org.restante.smtp;

/** A command, parsed. It replies, or throws a problem. */
sealed interface Command
    permits Auth, Bdat, Data, Ehlo, Expn, Helo, Help, Mail, Noop, Quit, Rcpt, Rset, StartTls, Vrfy {

  /** Does it and replies. */
  void run(SmtpSession session);
}
