package org.restante.pop3;

/** Why a command is answered with {@code -ERR}; its text is for the client. */
abstract sealed class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;

  private Problem(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Not understood, or not in this state. */
  static final class Syntax extends Problem {
    private static final long serialVersionUID = 1L;

    Syntax(String text) {
      super(text);
    }
  }

  /** Understood, and no. */
  static final class Refused extends Problem {
    private static final long serialVersionUID = 1L;

    Refused(String text) {
      super(text);
    }

    Refused(ResponseCode code, String text) {
      super(code.text() + " " + text);
    }
  }
}
