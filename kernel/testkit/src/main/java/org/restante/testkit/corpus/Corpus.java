package org.restante.testkit.corpus;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A corpus of letters.
 *
 * @param seed makes it this corpus and no other
 * @param largestAttachment octets of the largest attachment, before base64
 */
public record Corpus(long seed, int largestAttachment) {
  private static final LetterKind[] KINDS = LetterKind.values();

  /** With attachments up to 64 KiB. */
  public static Corpus of(long seed) {
    return new Corpus(seed, 64 << 10);
  }

  /** The n-th letter, counted from 0. */
  public Letter letter(int number) {
    LetterKind kind = KINDS[number % KINDS.length];
    SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + number);
    LetterText text = new LetterText(chance, "%x.%x".formatted(seed, number));
    write(kind, text);
    return new Letter(number, kind, text.octets());
  }

  /** The first letters. */
  public Stream<Letter> letters(int count) {
    return IntStream.range(0, count).mapToObj(this::letter);
  }

  private void write(LetterKind kind, LetterText text) {
    switch (kind) {
      case PLAIN -> Plain.letter(text);
      case ALTERNATIVE -> Parts.alternative(text);
      case ATTACHMENT -> Parts.attachment(text, upTo(text));
      case NESTED_PARTS -> Parts.related(text, upTo(text));
      case FORWARDED -> Parts.forwarded(text);
      case DIGEST -> Parts.digest(text);
      case EIGHT_BIT_HEADERS -> Scripts.bareHeaders(text);
      case ENCODED_HEADERS -> Scripts.encodedHeaders(text);
      case EIGHT_BIT_BODY -> Scripts.body(text);
      case NO_FINAL_NEWLINE -> Plain.withoutFinalNewline(text);
      case BARE_LF -> Plain.bareLineFeeds(text);
      case BARE_CR -> Plain.bareCarriageReturns(text);
      case NUL -> Plain.nul(text);
      case MANY_HEADERS -> Plain.manyHeaders(text);
      case LONG_HEADER -> Plain.longHeader(text);
      case HEADERS_ONLY -> Plain.headersOnly(text);
      case EMPTY_BODY -> Plain.emptyBody(text);
      case LONG_LINE -> Plain.longLine(text);
      case DOTS -> Plain.dots(text);
      case BROKEN_MULTIPART -> Parts.broken(text);
      case DEEP -> Parts.deep(text);
      case LARGE -> Parts.attachment(text, largestAttachment);
    }
  }

  /** Sizes spread over the orders of magnitude, as real ones do. */
  private int upTo(LetterText text) {
    double order = text.chance().nextDouble() * Math.log(Math.max(2, largestAttachment));
    return (int) Math.exp(order);
  }
}
