package org.restante.bench.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.SplittableRandom;

/** Letters of about one size: text, and a picture that does not compress. */
public final class BenchLetters {
  private static final String[] WORDS =
      ("the of and to in is that for it with as was on be at by this have from or one had not but"
           + " what all were when we there can an your which their said if do will each about how"
           + " up out them then she many some so these would other into has more her two like him"
           + " see time could no make than first been its who now people my made over did down only"
           + " way find use may water long little very after words called just where most meeting"
           + " tomorrow invoice attached regards please contract delivery schedule draft")
          .split(" ");
  private static final int LINE = 72;

  private BenchLetters() {}

  /** The n-th letter; no two are equal. */
  public static byte[] letter(int number, int octets) {
    SplittableRandom chance = new SplittableRandom(number);
    StringBuilder text = new StringBuilder(octets + LINE);
    text.append("From: Sender ").append(number).append(" <sender@bench.example>\r\n");
    text.append("To: <reader@bench.example>\r\nSubject: ").append(words(chance, 40));
    text.append("\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\nMessage-ID: <").append(number);
    text.append("@bench.example>\r\nMIME-Version: 1.0\r\n");
    text.append("Content-Type: multipart/mixed; boundary=\"=_cut\"\r\n\r\n--=_cut\r\n");
    text.append("Content-Type: text/plain; charset=utf-8\r\n\r\n");
    while (text.length() < octets / 2) {
      text.append(words(chance, LINE)).append("\r\n");
    }
    text.append("\r\n--=_cut\r\nContent-Type: image/jpeg; name=\"picture.jpg\"\r\n");
    text.append("Content-Transfer-Encoding: base64\r\n\r\n");
    byte[] line = new byte[LINE / 4 * 3];
    while (text.length() < octets - LINE) {
      chance.nextBytes(line);
      text.append(Base64.getEncoder().encodeToString(line)).append("\r\n");
    }
    return text.append("--=_cut--\r\n").toString().getBytes(US_ASCII);
  }

  private static String words(SplittableRandom chance, int length) {
    StringBuilder line = new StringBuilder(length + 16);
    while (line.length() < length) {
      line.append(WORDS[chance.nextInt(WORDS.length)]).append(' ');
    }
    return line.toString().strip();
  }
}
