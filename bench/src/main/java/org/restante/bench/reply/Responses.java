package org.restante.bench.reply;

/**
 * All that a server says on one connection, piece by piece; each piece ends with a response.
 *
 * @rfc 9051 9
 */
public final class Responses {
  private boolean greeted;
  private boolean utf8;
  private boolean bye;
  private String lastTag = "";

  /**
   * Recognizes whole responses.
   *
   * @throws OutsideGrammar where they are not
   */
  public void recognize(byte[] octets) {
    Cursor in = new Cursor(octets, utf8);
    while (!in.atEnd()) {
      response(in);
    }
    utf8 = in.utf8();
  }

  /** Whether the server has said BYE. */
  public boolean bye() {
    return bye;
  }

  /** The tag of the last tagged response; empty before the first. */
  public String lastTag() {
    return lastTag;
  }

  private void response(Cursor in) {
    if (!greeted) {
      greeting(in);
    } else if (in.take('+')) {
      in.space();
      respText(in);
    } else if (in.take('*')) {
      in.space();
      untagged(in);
    } else {
      lastTag = in.tag();
      in.space();
      condition(in, in.name());
    }
    in.endOfLine();
  }

  private void greeting(Cursor in) {
    in.expectWord("* ");
    String word = in.name();
    if (!word.equals("OK") && !word.equals("PREAUTH") && !word.equals("BYE")) {
      throw in.outside("a greeting, not " + word);
    }
    bye |= word.equals("BYE");
    in.space();
    respText(in);
    greeted = true;
  }

  private void condition(Cursor in, String word) {
    if (!word.equals("OK") && !word.equals("NO") && !word.equals("BAD")) {
      throw in.outside("OK, NO or BAD, not " + word);
    }
    in.space();
    respText(in);
  }

  private static void respText(Cursor in) {
    if (in.take('[')) {
      ResponseCode.read(in);
      in.expect(']');
      if (in.peek() == '\r') {
        return;
      }
      in.space();
    }
    in.text(false);
  }

  private void untagged(Cursor in) {
    if (Character.isDigit(in.peek())) {
      numbered(in, in.number());
      return;
    }
    String word = in.name();
    switch (word) {
      case "OK", "NO", "BAD" -> condition(in, word);
      case "BYE" -> {
        bye = true;
        in.space();
        respText(in);
      }
      case "ENABLED" -> enabled(in);
      default -> Data.read(in, word);
    }
  }

  private static void enabled(Cursor in) {
    while (in.take(' ')) {
      String capability = in.atom();
      if (capability.equalsIgnoreCase("UTF8=ACCEPT") || capability.equalsIgnoreCase("IMAP4rev2")) {
        in.speaksUtf8();
      }
    }
  }

  private static void numbered(Cursor in, long number) {
    in.space();
    String word = in.name();
    switch (word) {
      case "EXISTS", "RECENT" -> {}
      case "EXPUNGE" -> requirePositive(in, number);
      case "FETCH", "UIDFETCH" -> {
        requirePositive(in, number);
        in.space();
        in.list(false, () -> FetchData.read(in));
      }
      default -> throw in.outside("a response with a number, not " + word);
    }
  }

  private static void requirePositive(Cursor in, long number) {
    if (number == 0) {
      throw in.outside("a message number above 0");
    }
  }
}
