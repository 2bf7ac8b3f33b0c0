package org.restante.refusal;

/** There is no such account, or it is deleted. */
public final class NoSuchAccount extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** Which account. */
  public NoSuchAccount(String account) {
    super("no account " + account, null);
  }
}
