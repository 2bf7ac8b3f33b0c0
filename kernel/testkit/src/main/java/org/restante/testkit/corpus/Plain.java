package org.restante.testkit.corpus;

/** Letters of one part. */
final class Plain {

  private Plain() {}

  static void letter(LetterText text) {
    text.envelope(text.sentence()).line().sentences(text.chance().nextInt(1, 60));
  }

  static void withoutFinalNewline(LetterText text) {
    letter(text);
    text.raw("and no more");
  }

  static void bareLineFeeds(LetterText text) {
    String domain = text.word() + ".example";
    text.raw("From: lines@" + domain + "\nSubject: " + text.sentence() + "\nX-Id: ");
    text.raw(text.boundary(0) + "\n\n");
    for (int i = text.chance().nextInt(1, 40); i > 0; i--) {
      text.raw(text.sentence() + "\n");
    }
  }

  static void bareCarriageReturns(LetterText text) {
    text.envelope(text.sentence()).line();
    text.line("one\rtwo\r\rthree").line("\rat the start").line("at the end\r").sentences(3);
  }

  static void nul(LetterText text) {
    text.envelope(text.sentence()).mime("application/octet-stream");
    text.line("Content-Transfer-Encoding: binary").line();
    text.line("before\0after").raw(new byte[64]).line().sentences(3);
  }

  static void manyHeaders(LetterText text) {
    text.envelope(text.sentence());
    for (int i = 0; i < 1000; i++) {
      text.line("X-Field-" + i + ": " + text.sentence());
    }
    text.line().sentences(2);
  }

  static void longHeader(LetterText text) {
    text.envelope(text.sentence()).raw("References:");
    for (int i = 0; i < 400; i++) {
      text.line().raw("\t<" + i + "." + text.word() + "@references.example>");
    }
    text.line().line().sentences(2);
  }

  static void headersOnly(LetterText text) {
    text.envelope(text.sentence());
  }

  static void emptyBody(LetterText text) {
    text.envelope(text.sentence()).line();
  }

  static void longLine(LetterText text) {
    text.envelope(text.sentence()).line();
    for (int i = text.chance().nextInt(200, 2000); i > 0; i--) {
      text.raw(text.sentence() + " ");
    }
    text.line().sentences(2);
  }

  static void dots(LetterText text) {
    text.envelope(text.sentence()).line().line(".").line("..").line(".hidden").line("");
    text.line("From here on a line looks like an mbox").line(">From there too").sentences(2);
    text.line(".");
  }
}
