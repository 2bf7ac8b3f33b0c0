package org.restante.launcher.admin;

/** The server said no, or is not there; the text is for the operator. */
public final class AdminRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  /** The HTTP status, 0 where there was no answer, and the cause with its cure. */
  public AdminRefusal(int status, String why) {
    super(why);
    this.status = status;
  }

  /** The HTTP status; 0 where there was no answer. */
  public int status() {
    return status;
  }
}
