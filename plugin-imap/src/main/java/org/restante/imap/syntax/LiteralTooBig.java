package org.restante.imap.syntax;

/**
 * A literal has more octets than are taken in.
 *
 * @rfc 7888 4
 */
public final class LiteralTooBig extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean lost;

  private LiteralTooBig(String message, boolean lost) {
    super(message, null, false, false);
    this.lost = lost;
  }

  /** The command is refused; the next one can be read. */
  static LiteralTooBig refused(long limit) {
    return new LiteralTooBig("literal of more than " + limit + " octets", false);
  }

  /** So much was announced that it is not worth skipping: where the next command starts is lost. */
  static LiteralTooBig lost() {
    return new LiteralTooBig("literal too big to skip", true);
  }

  /** Whether the connection can't go on. */
  public boolean isLost() {
    return lost;
  }
}
