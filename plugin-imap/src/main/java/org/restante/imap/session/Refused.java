package org.restante.imap.session;

/** A command is refused in IMAP's own words. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Completion completion;

  /** With a response code (RFC 3501 §7.1, RFC 5530) and a text for people. */
  public Refused(String code, String text) {
    super(text, null, false, false);
    this.completion = Completion.no(code, text);
  }

  Completion completion() {
    return completion;
  }
}
