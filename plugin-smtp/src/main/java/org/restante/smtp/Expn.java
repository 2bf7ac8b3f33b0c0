package org.restante.smtp;

/**
 * EXPN: there are no lists here.
 *
 * @rfc 5321 3.5.2
 */
record Expn() implements Command {

  static Expn read(Arguments arguments) {
    return new Expn();
  }

  @Override
  public void run(SmtpSession session) {
    throw new Problem.Refused(502, "5.5.1", "not available");
  }
}
