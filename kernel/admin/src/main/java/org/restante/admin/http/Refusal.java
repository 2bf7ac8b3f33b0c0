package org.restante.admin.http;

/** A request that is not carried out; the text is for the operator. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  /** The HTTP status, and the cause with its cure. */
  public Refusal(int status, String why) {
    super(why);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
