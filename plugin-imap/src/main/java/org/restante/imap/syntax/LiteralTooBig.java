package org.restante.imap.syntax;

/**
 * A literal has more octets than are taken in.
 *
 * @rfc 7888 4
 */
public final class LiteralTooBig extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Case which;

  /** What is too big about it. */
  public enum Case {
    /** The command is refused; the next one can be read. */
    REFUSED,
    /** The client should have waited for an invitation; the next command can be read. */
    UNINVITED,
    /** It is not worth skipping: where the next command starts is lost. */
    LOST
  }

  private LiteralTooBig(String message, Case which) {
    super(message, null, false, false);
    this.which = which;
  }

  static LiteralTooBig refused(long limit) {
    return new LiteralTooBig("literal of more than " + limit + " octets", Case.REFUSED);
  }

  static LiteralTooBig uninvited(long limit) {
    return new LiteralTooBig("literal of more than " + limit + " octets at once", Case.UNINVITED);
  }

  static LiteralTooBig lost() {
    return new LiteralTooBig("literal too big to skip", Case.LOST);
  }

  /** What is too big about it. */
  public Case which() {
    return which;
  }
}
