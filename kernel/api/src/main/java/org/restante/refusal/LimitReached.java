package org.restante.refusal;

/** A configured limit is reached: number of mailboxes, depth of a hierarchy. */
public final class LimitReached extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** Which limit. */
  public LimitReached(String limit) {
    super(limit, null);
  }
}
