package org.restante.smtp;

import org.restante.smtp.reply.Reply;

/** Why a command is not done; carries its reply. */
abstract sealed class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  private Problem(Reply reply) {
    super(String.join(" ", reply.lines()), null, false, false);
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }

  /** Not understood, or not in this order. */
  static final class Syntax extends Problem {
    private static final long serialVersionUID = 1L;

    Syntax(int code, String status, String text) {
      super(Reply.of(code, status, text));
    }
  }

  /** Understood, and no. */
  static final class Refused extends Problem {
    private static final long serialVersionUID = 1L;

    Refused(Reply reply) {
      super(reply);
    }

    Refused(int code, String status, String text) {
      super(Reply.of(code, status, text));
    }
  }

  /** Arguments that make no sense. */
  static Problem arguments(String text) {
    return new Syntax(501, "5.5.4", text);
  }

  /** A command at a time when it can't be given. */
  static Problem sequence(String text) {
    return new Syntax(503, "5.5.1", text);
  }
}
