package org.restante.testkit.corpus;

/** Letters of many parts. */
final class Parts {

  private Parts() {}

  static void alternative(LetterText text) {
    text.envelope(text.sentence());
    text.mime("multipart/alternative; boundary=\"" + text.boundary(0) + "\"").line();
    text.line("This is a message of many parts.");
    alternatives(text, text.boundary(0));
    text.line("Behind the last part.");
  }

  static void attachment(LetterText text, int size) {
    text.envelope(text.sentence());
    text.mime("multipart/mixed;\r\n boundary=" + quoted(text.boundary(0))).line();
    plain(text, text.boundary(0));
    file(text, text.boundary(0), "attachment", size);
    close(text, text.boundary(0));
  }

  static void related(LetterText text, int size) {
    String mixed = text.boundary(0);
    String related = text.boundary(1);
    text.envelope(text.sentence()).mime("Multipart/Mixed; boundary=" + quoted(mixed)).line();
    open(text, mixed, "multipart/related; type=\"multipart/alternative\"; boundary=", related);
    open(text, related, "multipart/alternative; boundary=", text.boundary(2));
    alternatives(text, text.boundary(2));
    file(text, related, "inline", Math.max(1, size / 2));
    close(text, related);
    file(text, mixed, "attachment", size);
    close(text, mixed);
  }

  static void forwarded(LetterText text) {
    text.envelope("Fwd: " + text.sentence());
    text.mime("multipart/mixed; boundary=" + quoted(text.boundary(0))).line();
    plain(text, text.boundary(0));
    text.line("--" + text.boundary(0)).line("Content-Type: message/rfc822").line();
    text.envelope("Fwd: " + text.sentence()).mime("message/rfc822").line();
    Parts.inner(text, text.boundary(1));
    close(text, text.boundary(0));
  }

  static void digest(LetterText text) {
    text.envelope("Digest, " + text.sentence());
    text.mime("multipart/digest; boundary=" + quoted(text.boundary(0))).line();
    for (int i = text.chance().nextInt(1, 12); i > 0; i--) {
      text.line("--" + text.boundary(0)).line();
      text.envelope(text.sentence()).line().sentences(3);
    }
    close(text, text.boundary(0));
  }

  static void broken(LetterText text) {
    text.envelope(text.sentence());
    switch (text.chance().nextInt(3)) {
      case 0 -> {
        text.mime("multipart/mixed; boundary=" + quoted(text.boundary(0))).line();
        text.sentences(4);
      }
      case 1 -> {
        text.mime("multipart/mixed").line();
        plain(text, text.boundary(0));
      }
      default -> {
        text.mime("multipart/mixed; boundary=" + quoted(text.boundary(0))).line();
        plain(text, text.boundary(0));
        text.line("--" + text.boundary(0)).raw("Content-Type: text/pl");
      }
    }
  }

  static void deep(LetterText text) {
    int levels = text.chance().nextInt(5, 40);
    text.envelope(text.sentence());
    text.mime("multipart/mixed; boundary=" + quoted(text.boundary(0))).line();
    for (int level = 0; level < levels; level++) {
      plain(text, text.boundary(level));
      open(text, text.boundary(level), "multipart/mixed; boundary=", text.boundary(level + 1));
    }
    for (int level = levels; level >= 0; level--) {
      close(text, text.boundary(level));
    }
  }

  private static void inner(LetterText text, String boundary) {
    text.envelope(text.sentence()).mime("multipart/mixed; boundary=" + quoted(boundary)).line();
    plain(text, boundary);
    file(text, boundary, "attachment", 200);
    close(text, boundary);
  }

  private static void alternatives(LetterText text, String boundary) {
    plain(text, boundary);
    text.line("--" + boundary).line("Content-Type: text/html; charset=utf-8");
    text.line("Content-Transfer-Encoding: quoted-printable").line();
    text.line("<p class=3D\"x\">" + text.sentence() + " caf=C3=A9=").line("</p>");
    close(text, boundary);
  }

  private static void plain(LetterText text, String boundary) {
    text.line("--" + boundary).line("Content-Type: text/plain; charset=us-ascii").line();
    text.sentences(text.chance().nextInt(0, 8));
  }

  private static void file(LetterText text, String boundary, String disposition, int size) {
    String name = text.word() + ".bin";
    text.line("--" + boundary).line("Content-Type: application/octet-stream; name=" + name);
    text.line("Content-ID: <" + text.word() + "@parts.example>");
    text.line("Content-Disposition: " + disposition + "; filename=" + quoted(name));
    text.line("Content-Transfer-Encoding: base64").line().base64(size);
  }

  private static void open(LetterText text, String boundary, String type, String inner) {
    text.line("--" + boundary).line("Content-Type: " + type + quoted(inner)).line();
  }

  private static void close(LetterText text, String boundary) {
    text.line("--" + boundary + "--");
  }

  private static String quoted(String boundary) {
    return "\"" + boundary + "\"";
  }
}
