package org.restante.testkit.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;

/** A letter of {@link MixedMail} that is being written. */
final class MixedText {
  private static final String[] WORDS = words();
  private static final double[] UP_TO = frequencies();

  private final SplittableRandom chance;
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream(4 << 10);

  MixedText(SplittableRandom chance) {
    this.chance = chance;
  }

  byte[] octets() {
    return octets.toByteArray();
  }

  MixedText line(String text) {
    octets.writeBytes(text.getBytes(US_ASCII));
    octets.writeBytes(new byte[] {'\r', '\n'});
    return this;
  }

  /** The fields that a letter has when it comes from elsewhere. */
  void head(long seed, int number) {
    for (int hop = 0; hop < 3; hop++) {
      line(
          "Received: from mx%d.%s.example (mx%d.%s.example [192.0.2.%d])"
              .formatted(hop, word(), hop, word(), chance.nextInt(255)));
      line("\tby in%d.example.org with ESMTPS id %s".formatted(hop, id()));
      line("\tfor <user%d@example.org>; Tue, 24 Nov 2026 09:00:00 +0000".formatted(number % 50));
    }
    line("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + word() + ".example; s=k1;");
    line("\th=from:to:subject:date; b=" + id() + id() + id() + id() + id() + id() + id() + id());
    line("From: " + word() + " " + word() + " <" + word() + "@" + word() + ".example>");
    line("To: user" + number % 50 + "@example.org");
    line("Subject: " + word() + " " + word() + " " + word() + " " + word());
    line("Date: Tue, 24 Nov 2026 09:00:00 +0000");
    line("Message-ID: <" + seed + "." + number + "." + id() + "@mixed.example>");
    line("MIME-Version: 1.0");
  }

  /** Prose of about so many octets, in lines. */
  void paragraphs(int length, String prefix) {
    int end = octets.size() + length;
    while (octets.size() < end) {
      StringBuilder line = new StringBuilder(prefix);
      while (line.length() < 68) {
        line.append(word()).append(chance.nextInt(9) == 0 ? ", " : " ");
      }
      line(line.toString());
    }
  }

  /** HTML of about so many octets: the tags are the template's, the texts are its own. */
  void template(int number, int length) {
    int end = octets.size() + length;
    line("<!DOCTYPE html><html><head><style>td.t" + number + "{font:14px Arial;color:#333333}");
    line("</style></head><body><table width=\"600\" cellpadding=\"0\" cellspacing=\"0\">");
    while (octets.size() < end) {
      line(
          "<tr><td class=\"t"
              + number
              + "\" style=\"padding:12px 24px;border-top:1px solid #eee\">");
      line("<a href=\"https://click." + number + ".example/c/" + id() + id() + "\">");
      line("<img src=\"https://img." + number + ".example/" + id() + ".png\" width=\"552\"></a>");
      paragraphs(180 + chance.nextInt(400), "");
      line("</td></tr>");
    }
    line("</table></body></html>");
  }

  /** A file in base64: one that is compressed already, or one of text. */
  void base64(int length, boolean compressed) {
    byte[] file = new byte[length];
    if (compressed) {
      chance.nextBytes(file);
    } else {
      MixedText document = new MixedText(chance);
      document.paragraphs(length, "");
      file = Arrays.copyOf(document.octets(), length);
    }
    octets.writeBytes(Base64.getMimeEncoder().encode(file));
    line("");
  }

  private String id() {
    return Long.toHexString(chance.nextLong());
  }

  private String word() {
    int found = Arrays.binarySearch(UP_TO, chance.nextDouble());
    return WORDS[Math.min(WORDS.length - 1, found < 0 ? -found - 1 : found)];
  }

  private static String[] words() {
    SplittableRandom letters = new SplittableRandom(4_000);
    String[] words = new String[4_000];
    for (int i = 0; i < words.length; i++) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 1 + letters.nextInt(4); syllables > 0; syllables--) {
        word.append("bcdfghklmnprstvw".charAt(letters.nextInt(16)));
        word.append("aeiou".charAt(letters.nextInt(5)));
        word.append(letters.nextBoolean() ? "" : "nrst".charAt(letters.nextInt(4)));
      }
      words[i] = word.toString();
    }
    return words;
  }

  /** The n-th word is as frequent as 1/n. */
  private static double[] frequencies() {
    double[] upTo = new double[4_000];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += 1.0 / (i + 2);
      upTo[i] = sum;
    }
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= sum;
    }
    return upTo;
  }
}
