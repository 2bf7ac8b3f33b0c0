package org.restante.refusal;

/** A configured limit is reached: number of mailboxes, of keywords, depth of a hierarchy. */
public final class LimitReached extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /**
   * Which limit, for the user to read.
   *
   * @param limit in US-ASCII, with nothing of what the user gave
   */
  public LimitReached(String limit) {
    super(limit, null);
  }
}
