package org.restante.refusal;

/** A mailbox of this name is there already. */
public final class MailboxExists extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** Which name. */
  public MailboxExists(String mailbox) {
    super("mailbox " + mailbox + " exists", null);
  }
}
