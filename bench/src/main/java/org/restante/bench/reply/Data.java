package org.restante.bench.reply;

/**
 * Untagged responses that begin with a word.
 *
 * @rfc 9051 7.2
 * @rfc 9051 7.3
 */
final class Data {
  private Data() {}

  static void read(Cursor in, String word) {
    switch (word) {
      case "CAPABILITY" -> {
        while (in.take(' ')) {
          in.atom();
        }
      }
      case "FLAGS" -> {
        in.space();
        in.list(true, () -> flag(in, false));
      }
      case "LIST", "LSUB" -> mailbox(in);
      case "STATUS" -> status(in);
      case "SEARCH", "SORT" -> Found.read(in);
      case "ESEARCH" -> Found.extended(in);
      case "THREAD" -> Found.threads(in);
      case "VANISHED" -> {
        in.space();
        if (in.takeWord("(EARLIER)")) {
          in.space();
        }
        in.set();
      }
      case "NAMESPACE" -> namespaces(in);
      case "ID" -> identity(in);
      case "QUOTA" -> quota(in);
      case "QUOTAROOT" -> {
        in.space();
        in.astring();
        while (in.take(' ')) {
          in.astring();
        }
      }
      default -> throw in.outside("a response, not " + word);
    }
  }

  /** A flag; {@code \*} stands for any other in PERMANENTFLAGS only. */
  static void flag(Cursor in, boolean permanent) {
    if (in.take('\\')) {
      if (!permanent || !in.take('*')) {
        in.atom();
      }
    } else {
      in.atom();
    }
  }

  /**
   * A mailbox with its attributes.
   *
   * @rfc 5258 6
   */
  private static void mailbox(Cursor in) {
    in.space();
    in.list(
        true,
        () -> {
          in.expect('\\');
          in.atom();
        });
    in.space();
    separator(in);
    in.space();
    in.astring();
    if (in.take(' ')) {
      in.list(true, () -> extension(in));
    }
  }

  private static void separator(Cursor in) {
    if (!in.takeWord("NIL")) {
      in.expect('"');
      in.quotedChar();
      in.expect('"');
    }
  }

  private static void extension(Cursor in) {
    in.astring();
    in.space();
    in.list(true, in::astring);
  }

  /**
   * @rfc 9051 7.3.4
   */
  private static void status(Cursor in) {
    in.space();
    in.astring();
    in.space();
    in.list(
        true,
        () -> {
          String item = in.name();
          in.space();
          switch (item) {
            case "MESSAGES", "RECENT", "UNSEEN", "DELETED" -> in.number();
            case "UIDNEXT", "UIDVALIDITY" -> in.positive();
            case "HIGHESTMODSEQ", "SIZE", "DELETED-STORAGE" -> in.number64();
            case "APPENDLIMIT" -> {
              if (!in.takeWord("NIL")) {
                in.number();
              }
            }
            case "MAILBOXID" -> in.list(false, in::atom);
            default -> throw in.outside("a STATUS item, not " + item);
          }
        });
  }

  /**
   * @rfc 2342 6
   */
  private static void namespaces(Cursor in) {
    for (int kind = 0; kind < 3; kind++) {
      in.space();
      if (!in.takeWord("NIL")) {
        in.expect('(');
        do {
          in.expect('(');
          in.string();
          in.space();
          separator(in);
          in.expect(')');
        } while (in.peek() == '(');
        in.expect(')');
      }
    }
  }

  /**
   * @rfc 2971 4
   */
  private static void identity(Cursor in) {
    in.space();
    if (!in.takeWord("NIL")) {
      in.list(
          true,
          () -> {
            in.string();
            in.space();
            in.nstring();
          });
    }
  }

  /**
   * @rfc 9208 7
   */
  private static void quota(Cursor in) {
    in.space();
    in.astring();
    in.space();
    in.list(
        true,
        () -> {
          in.atom();
          in.space();
          in.number64();
          in.space();
          in.number64();
        });
  }
}
