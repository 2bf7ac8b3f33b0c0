package org.restante.bench.reply;

/** What searching, sorting and threading are answered with. */
final class Found {
  private Found() {}

  /**
   * @rfc 7162 7
   */
  static void read(Cursor in) {
    while (in.take(' ')) {
      if (in.take('(')) {
        in.expectWord("MODSEQ ");
        in.number64();
        in.expect(')');
        return;
      }
      in.positive();
    }
  }

  /**
   * @rfc 4731 3.1
   * @rfc 9394 3.1
   */
  static void extended(Cursor in) {
    if (in.takeWord(" (TAG ")) {
      in.astring();
      in.expect(')');
    }
    in.takeWord(" UID");
    while (in.take(' ')) {
      String item = in.name();
      in.space();
      switch (item) {
        case "MIN", "MAX" -> in.positive();
        case "COUNT" -> in.number();
        case "ALL" -> in.set();
        case "MODSEQ" -> in.number64();
        case "PARTIAL" -> page(in);
        default -> throw in.outside("a search result, not " + item);
      }
    }
  }

  private static void page(Cursor in) {
    in.expect('(');
    in.take('-');
    in.positive();
    in.expect(':');
    in.take('-');
    in.positive();
    in.space();
    if (!in.takeWord("NIL")) {
      in.set();
    }
    in.expect(')');
  }

  /**
   * @rfc 5256 5
   */
  static void threads(Cursor in) {
    if (in.take(' ')) {
      do {
        thread(in);
      } while (in.peek() == '(');
    }
  }

  /** Nested as deep as the server says; counted, not recursed into. */
  private static void thread(Cursor in) {
    int depth = 0;
    do {
      if (in.take('(')) {
        depth++;
      } else if (in.take(')')) {
        depth--;
      } else {
        in.positive();
        if (in.peek() != ')') {
          in.space();
        }
      }
    } while (depth > 0);
  }
}
