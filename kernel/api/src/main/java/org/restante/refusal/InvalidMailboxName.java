package org.restante.refusal;

/** No mailbox can have this name. */
public final class InvalidMailboxName extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public InvalidMailboxName(String problem) {
    super(problem, null);
  }
}
