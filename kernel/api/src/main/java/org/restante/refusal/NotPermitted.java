package org.restante.refusal;

/** The operation is not allowed on this mailbox: INBOX can't be deleted, for instance. */
public final class NotPermitted extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** What is not allowed. */
  public NotPermitted(String what) {
    super(what, null);
  }
}
