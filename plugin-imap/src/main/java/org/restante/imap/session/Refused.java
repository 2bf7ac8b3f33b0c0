package org.restante.imap.session;

import org.restante.protocol.CommandResult;

/** A command is refused in IMAP's own words. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Completion completion;

  /** With a response code (RFC 3501 §7.1, RFC 5530) and a text for people. */
  public Refused(String code, String text) {
    super(text, null, false, false);
    this.completion = Completion.no(code, text);
  }

  private Refused(Completion completion) {
    super(completion.text(), null, false, false);
    this.completion = completion;
  }

  /** As something the client may not say now: BAD, with a response code. */
  public static Refused bad(String code, String text) {
    return new Refused(new Completion(CommandResult.BAD, code, text));
  }

  Completion completion() {
    return completion;
  }
}
