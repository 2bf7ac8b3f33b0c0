package org.restante.refusal;

/** There is no such mailbox (any more). */
public final class NoSuchMailbox extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** Which mailbox. */
  public NoSuchMailbox(String mailbox) {
    super("no mailbox " + mailbox, null);
  }
}
