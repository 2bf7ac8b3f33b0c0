package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shorthand for letters in tests. */
public final class Letters {

  private Letters() {}

  /** The octets of a text, each char one of them. */
  public static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The octets of a text whose lines end with LF, with CRLF instead. */
  public static byte[] crlf(String text) {
    return octets(text.replace("\n", "\r\n"));
  }

  public static MimeIndex index(byte[] letter) {
    return index(letter, MimeLimits.DEFAULT);
  }

  public static MimeIndex index(byte[] letter, MimeLimits limits) {
    MimeIndexer indexer = new MimeIndexer(limits);
    indexer.write(letter, 0, letter.length);
    return indexer.finish();
  }

  /** The index of a letter written in pieces that end at these offsets. */
  public static MimeIndex index(byte[] letter, List<Integer> cuts) {
    MimeIndexer indexer = new MimeIndexer(MimeLimits.DEFAULT);
    int from = 0;
    for (int cut : cuts) {
      indexer.write(letter, from, cut - from);
      from = cut;
    }
    indexer.write(letter, from, letter.length - from);
    return indexer.finish();
  }

  public static String text(byte[] letter, OctetRange range) {
    return new String(
        letter, (int) range.offset(), (int) range.length(), StandardCharsets.ISO_8859_1);
  }
}
