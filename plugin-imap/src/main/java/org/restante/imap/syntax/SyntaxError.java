package org.restante.imap.syntax;

/** The client's octets are not IMAP; the text says what was expected and quotes none of them. */
public final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was expected. */
  public SyntaxError(String problem) {
    super(problem, null, false, false);
  }
}
