package org.restante.bench.reply;

/**
 * Envelopes and structures of bodies.
 *
 * @rfc 9051 7.5.2
 */
final class Structure {
  private static final int ADDRESS_LISTS = 6;

  private Structure() {}

  static void envelope(Cursor in) {
    in.expect('(');
    in.nstring();
    in.space();
    in.nstring();
    for (int i = 0; i < ADDRESS_LISTS; i++) {
      in.space();
      addresses(in);
    }
    in.space();
    in.nstring();
    in.space();
    in.nstring();
    in.expect(')');
  }

  private static void addresses(Cursor in) {
    if (in.takeWord("NIL")) {
      return;
    }
    in.expect('(');
    do {
      in.expect('(');
      in.nstring();
      for (int i = 0; i < 3; i++) {
        in.space();
        in.nstring();
      }
      in.expect(')');
    } while (in.peek() == '(');
    in.expect(')');
  }

  static void body(Cursor in, boolean extended) {
    in.expect('(');
    if (in.peek() == '(') {
      multipart(in, extended);
    } else {
      single(in, extended);
    }
    in.expect(')');
  }

  private static void multipart(Cursor in, boolean extended) {
    do {
      body(in, extended);
    } while (in.peek() == '(');
    in.space();
    in.string();
    if (extended && in.take(' ')) {
      parameters(in);
      rest(in);
    }
  }

  private static void single(Cursor in, boolean extended) {
    boolean text = in.takeWord("\"TEXT\"");
    boolean message = !text && in.takeWord("\"MESSAGE\"");
    if (!text && !message) {
      in.string();
    }
    in.space();
    boolean letter = message && (in.takeWord("\"RFC822\"") || in.takeWord("\"GLOBAL\""));
    if (!letter) {
      in.string();
    }
    fields(in);
    if (letter) {
      in.space();
      envelope(in);
      in.space();
      body(in, extended);
    }
    if (letter || text) {
      in.space();
      in.number64();
    }
    if (extended && in.take(' ')) {
      in.nstring();
      rest(in);
    }
  }

  private static void fields(Cursor in) {
    in.space();
    parameters(in);
    in.space();
    in.nstring();
    in.space();
    in.nstring();
    in.space();
    in.string();
    in.space();
    in.number();
  }

  private static void parameters(Cursor in) {
    if (in.takeWord("NIL")) {
      return;
    }
    in.list(
        false,
        () -> {
          in.string();
          in.space();
          in.string();
        });
  }

  /** Disposition, languages, location: each may end the body. */
  private static void rest(Cursor in) {
    if (in.take(' ')) {
      disposition(in);
    }
    if (in.take(' ')) {
      if (in.peek() == '(') {
        in.list(false, in::string);
      } else {
        in.nstring();
      }
    }
    if (in.take(' ')) {
      in.nstring();
    }
  }

  private static void disposition(Cursor in) {
    if (in.takeWord("NIL")) {
      return;
    }
    in.expect('(');
    in.string();
    in.space();
    parameters(in);
    in.expect(')');
  }
}
