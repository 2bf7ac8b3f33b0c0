package org.restante.protocol;

/** A line had more octets than allowed; it was skipped to its end. */
public final class LineTooLong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The limit in octets. */
  public LineTooLong(int limit) {
    super("line of more than " + limit + " octets");
  }
}
