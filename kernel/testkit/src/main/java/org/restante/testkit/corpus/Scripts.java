package org.restante.testkit.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Letters in many scripts. */
final class Scripts {
  private static final List<Script> SCRIPTS =
      List.of(
          new Script("Grüße vom Café an der Straße", "ISO-8859-1"),
          new Script("Žluťoučký kůň pěl ódy", "ISO-8859-2"),
          new Script("Καλημέρα από το λιμάνι", "ISO-8859-7"),
          new Script("Привет из гавани", "KOI8-R"),
          new Script("שלום מן הנמל", "windows-1255"),
          new Script("مرحبا من الميناء", "UTF-8"),
          new Script("बंदरगाह से नमस्ते", "UTF-8"),
          new Script("สวัสดีจากท่าเรือ", "UTF-8"),
          new Script("港からこんにちは", "ISO-2022-JP"),
          new Script("港口来的问候", "GB18030"),
          new Script("항구에서 안녕하세요", "EUC-KR"),
          new Script("⚓ 🦀 👩‍👩‍👧 flags 🏴", "UTF-8"));

  private Scripts() {}

  static void bareHeaders(LetterText text) {
    Script script = any(text);
    text.envelope(text.sentence());
    text.raw("X-Subject: ").raw(script.text().getBytes(UTF_8)).line();
    text.raw("Comments: ").raw("Grüße, Œuvre".getBytes(ISO_8859_1)).line();
    text.raw("Sender: \"").raw(script.text()).line("\" <sender@localhost>");
    text.line().sentences(3);
  }

  static void encodedHeaders(LetterText text) {
    Script script = any(text);
    text.envelope(script.inBase64() + "\r\n " + any(text).inQuotedPrintable());
    text.line("Cc: " + script.inQuotedPrintable() + " <cc@localhost>");
    text.mime("text/plain; charset=utf-8");
    text.line("Content-Disposition: attachment;");
    text.line(" filename*0*=UTF-8''" + percent(script.text()) + ";").line(" filename*1=\".txt\"");
    text.line().sentences(3);
  }

  static void body(LetterText text) {
    Script script = any(text);
    text.envelope(text.sentence()).mime("text/plain; charset=" + script.charset());
    text.line("Content-Transfer-Encoding: 8bit").line();
    for (int i = text.chance().nextInt(1, 30); i > 0; i--) {
      text.raw(script.octets()).line();
    }
  }

  private static Script any(LetterText text) {
    return SCRIPTS.get(text.chance().nextInt(SCRIPTS.size()));
  }

  private static String percent(String text) {
    return hex(text.getBytes(UTF_8), "%");
  }

  private static String hex(byte[] octets, String mark) {
    StringBuilder hex = new StringBuilder();
    for (byte octet : octets) {
      hex.append(mark).append("%02X".formatted(octet & 0xff));
    }
    return hex.toString();
  }

  private record Script(String text, String charset) {

    byte[] octets() {
      return text.getBytes(Charset.forName(charset));
    }

    String inBase64() {
      return "=?" + charset + "?B?" + Base64.getEncoder().encodeToString(octets()) + "?=";
    }

    String inQuotedPrintable() {
      return "=?" + charset.toLowerCase(Locale.ROOT) + "?q?" + hex(octets(), "=") + "?=";
    }
  }
}
