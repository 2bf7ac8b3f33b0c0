package org.restante.testkit.corpus;

import java.util.SplittableRandom;

/**
 * Letters in the proportions of a mail store, to measure what they take: not to find errors with,
 * as {@link Corpus} is.
 *
 * <p>Of 100 letters 40 are conversation (1 to 4 KB of text, some with the letter that they answer),
 * 20 notifications (6 to 12 KB of HTML from a few templates), 20 newsletters (25 to 70 KB of HTML
 * from a few templates, with texts of their own), 20 have attachments. Those are 8 KB to 1 MB,
 * spread over the orders of magnitude; four of five do not compress (JPEG, PDF, ZIP: random octets
 * in base64), one of five is a document of text (CSV, source, log) in base64. Text is of 4,000
 * words with the frequencies of a natural language (Zipf), so that it compresses as such a text
 * does, and not better. Attachments are about four fifths of all octets. One letter of five goes to
 * 2 to 8 local recipients.
 *
 * @param seed makes it this mail and no other
 */
public record MixedMail(long seed) {
  private static final int LEAST_ATTACHMENT = 8 << 10;
  private static final int MOST_ATTACHMENT = 1 << 20;
  private static final int TEMPLATES = 6;

  /** The n-th letter, counted from 0. */
  public byte[] letter(int number) {
    SplittableRandom chance = new SplittableRandom(seed * 7_368_787 + number);
    MixedText text = new MixedText(chance);
    int kind = chance.nextInt(100);
    text.head(seed, number);
    if (kind < 40) {
      conversation(text, chance);
    } else if (kind < 60) {
      html(text, chance, 6 + chance.nextInt(7));
    } else if (kind < 80) {
      html(text, chance, 25 + chance.nextInt(46));
    } else {
      attachment(text, chance);
    }
    return text.octets();
  }

  /** How many local recipients a letter has. */
  public int recipients(int number) {
    SplittableRandom chance = new SplittableRandom(seed + 31L * number);
    return chance.nextInt(5) == 0 ? 2 + chance.nextInt(7) : 1;
  }

  private static void conversation(MixedText text, SplittableRandom chance) {
    text.line("Content-Type: text/plain; charset=utf-8").line("");
    text.paragraphs(200 + chance.nextInt(1_500), "");
    if (chance.nextBoolean()) {
      text.line("").line("> " + "wrote:");
      text.paragraphs(chance.nextInt(2_000), "> ");
    }
  }

  private static void html(MixedText text, SplittableRandom chance, int kilobytes) {
    text.line("Content-Type: text/html; charset=utf-8").line("");
    text.template(chance.nextInt(TEMPLATES), kilobytes << 10);
  }

  private static void attachment(MixedText text, SplittableRandom chance) {
    String boundary = "=_" + Long.toHexString(chance.nextLong());
    text.line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"").line("");
    text.line("--" + boundary).line("Content-Type: text/plain; charset=utf-8").line("");
    text.paragraphs(150 + chance.nextInt(800), "");
    text.line("--" + boundary).line("Content-Type: application/octet-stream; name=\"file\"");
    text.line("Content-Transfer-Encoding: base64").line("");
    double order = chance.nextDouble() * Math.log((double) MOST_ATTACHMENT / LEAST_ATTACHMENT);
    text.base64((int) (LEAST_ATTACHMENT * Math.exp(order)), chance.nextInt(5) > 0);
    text.line("--" + boundary + "--");
  }
}
