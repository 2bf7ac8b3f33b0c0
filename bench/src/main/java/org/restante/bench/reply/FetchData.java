package org.restante.bench.reply;

/**
 * One item of FETCH.
 *
 * @rfc 9051 7.5.2
 */
final class FetchData {
  private FetchData() {}

  static void read(Cursor in) {
    String item = in.name();
    if (in.peek() == '[') {
      content(in, item);
      return;
    }
    in.space();
    switch (item) {
      case "FLAGS" -> in.list(true, () -> Data.flag(in, false));
      case "UID" -> in.positive();
      case "INTERNALDATE" -> dateTime(in);
      case "SAVEDATE" -> {
        if (!in.takeWord("NIL")) {
          dateTime(in);
        }
      }
      case "RFC822.SIZE" -> in.number64();
      case "RFC822", "RFC822.HEADER", "RFC822.TEXT" -> in.content();
      case "PREVIEW" -> in.nstring();
      case "ENVELOPE" -> Structure.envelope(in);
      case "BODY" -> Structure.body(in, false);
      case "BODYSTRUCTURE" -> Structure.body(in, true);
      case "MODSEQ" -> in.list(false, in::number64);
      case "EMAILID" -> in.list(false, in::atom);
      case "THREADID" -> {
        if (!in.takeWord("NIL")) {
          in.list(false, in::atom);
        }
      }
      default -> throw in.outside("a FETCH item, not " + item);
    }
  }

  private static void content(Cursor in, String item) {
    in.expect('[');
    switch (item) {
      case "BODY" -> {
        section(in);
        value(in);
      }
      case "BINARY" -> {
        path(in);
        value(in);
      }
      case "BINARY.SIZE" -> {
        path(in);
        in.expect(']');
        in.space();
        in.number();
      }
      default -> throw in.outside("an item with a section, not " + item);
    }
  }

  private static void value(Cursor in) {
    in.expect(']');
    if (in.take('<')) {
      in.number64();
      in.expect('>');
    }
    in.space();
    if (in.peek() == '~') {
      in.literal8();
    } else {
      in.content();
    }
  }

  /** Whether something may follow the part's numbers. */
  private static boolean path(Cursor in) {
    while (Character.isDigit(in.peek())) {
      in.positive();
      if (!in.take('.')) {
        return false;
      }
    }
    return true;
  }

  private static void section(Cursor in) {
    boolean part = Character.isDigit(in.peek());
    if (!path(in) || in.peek() == ']') {
      return;
    }
    String text = in.name();
    switch (text) {
      case "HEADER", "TEXT" -> {}
      case "HEADER.FIELDS", "HEADER.FIELDS.NOT" -> {
        in.space();
        in.list(false, in::astring);
      }
      default -> {
        if (!part || !text.equals("MIME")) {
          throw in.outside("a section, not " + text);
        }
      }
    }
  }

  private static void dateTime(Cursor in) {
    in.expect('"');
    in.take(' ');
    in.number();
    in.expect('-');
    monthAndYear(in);
    in.space();
    time(in);
    in.space();
    if (!in.take('+')) {
      in.expect('-');
    }
    in.number();
    in.expect('"');
  }

  private static void monthAndYear(Cursor in) {
    String text = in.name();
    if (!text.matches("(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[0-9]{4}")) {
      throw in.outside("a month and a year, not " + text);
    }
  }

  private static void time(Cursor in) {
    in.number();
    in.expect(':');
    in.number();
    in.expect(':');
    in.number();
  }
}
