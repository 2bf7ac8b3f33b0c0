package org.restante.bench.reply;

/**
 * What stands in brackets in front of human-readable text.
 *
 * @rfc 9051 7.1
 * @rfc 5530 3
 */
final class ResponseCode {
  private ResponseCode() {}

  static void read(Cursor in) {
    String code = in.name();
    switch (code) {
      case "ALERT", "PARSE", "READ-ONLY", "READ-WRITE", "TRYCREATE", "UIDNOTSTICKY" -> {}
      case "UNAVAILABLE", "AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED" -> {}
      case "PRIVACYREQUIRED", "CONTACTADMIN", "NOPERM", "INUSE", "EXPUNGEISSUED" -> {}
      case "CORRUPTION", "SERVERBUG", "CLIENTBUG", "CANNOT", "LIMIT", "OVERQUOTA" -> {}
      case "ALREADYEXISTS", "NONEXISTENT", "NOTSAVED", "HASCHILDREN", "CLOSED" -> {}
      case "UNKNOWN-CTE", "NOMODSEQ", "USEATTR", "TOOBIG", "COMPRESSIONACTIVE" -> {}
      case "UIDREQUIRED" -> {}
      default -> withData(in, code);
    }
  }

  private static void withData(Cursor in, String code) {
    switch (code) {
      case "CAPABILITY" -> Data.read(in, code);
      case "BADCHARSET" -> {
        if (in.take(' ')) {
          in.list(false, in::astring);
        }
      }
      case "PERMANENTFLAGS" -> {
        in.space();
        in.list(true, () -> Data.flag(in, true));
      }
      case "UIDNEXT", "UIDVALIDITY", "UNSEEN" -> after(in, in::positive);
      case "HIGHESTMODSEQ" -> after(in, in::number64);
      case "MODIFIED" -> after(in, in::set);
      case "APPENDUID" -> {
        after(in, in::positive);
        after(in, in::set);
      }
      case "COPYUID" -> {
        after(in, in::positive);
        after(in, in::set);
        after(in, in::set);
      }
      case "MAILBOXID" -> after(in, () -> in.list(false, in::atom));
      case "MESSAGELIMIT" -> {
        after(in, in::positive);
        if (in.peek() == ' ') {
          after(in, in::positive);
        }
      }
      case "INPROGRESS" -> progress(in);
      default -> throw in.outside("a response code, not " + code);
    }
  }

  /**
   * A tag and how far its command is.
   *
   * @rfc 9585 4.1
   */
  private static void progress(Cursor in) {
    if (in.take(' ')) {
      in.expect('(');
      in.nstring();
      after(in, () -> orNil(in));
      after(in, () -> orNil(in));
      in.expect(')');
    }
  }

  private static void orNil(Cursor in) {
    if (!in.takeWord("NIL")) {
      in.number();
    }
  }

  private static void after(Cursor in, Runnable value) {
    in.space();
    value.run();
  }
}
