package org.restante.imap.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.restante.imap.letter.OpenLetter;
import org.restante.imap.session.Refused;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mime.MimeIndex;
import org.restante.mime.MimePart;
import org.restante.mime.OctetRange;
import org.restante.mime.decode.TransferDecoder;

/**
 * A part's octets freed from their transfer encoding. They are decoded twice, once to know how many
 * there are, so that they stream.
 *
 * @param range the encoded octets
 * @param encoding their transfer encoding
 * @rfc 3516 4.3
 */
public record BinaryPart(OpenLetter letter, OctetRange range, String encoding) {
  private static final int PIECE = 8 * 1024;
  private static final String NONE = "binary";

  /**
   * The part of that number; absent where the letter has none. The letter itself, a multipart and a
   * message in a message have no encoding of their own.
   *
   * @throws Refused if nobody here knows the encoding
   */
  public static Optional<BinaryPart> of(OpenLetter letter, List<Integer> path) {
    MimeIndex index = letter.index();
    if (path.isEmpty()) {
      return Optional.of(new BinaryPart(letter, new OctetRange(0, index.size()), NONE));
    }
    return index.part(path).map(part -> new BinaryPart(letter, part.body(), encoding(part)));
  }

  private static String encoding(MimePart part) {
    if (!part.children().isEmpty()) {
      return NONE;
    }
    String encoding = part.content().encoding();
    if (!TransferDecoder.knows(encoding)) {
      throw new Refused("UNKNOWN-CTE", "A transfer encoding is not known here");
    }
    return encoding;
  }

  /** What decoding comes to. */
  public record Extent(long size, boolean hasNul) {}

  /** How much it decodes to, and whether a string can hold it. */
  public Extent extent() {
    long size = 0;
    boolean nul = false;
    byte[] piece = new byte[PIECE];
    try (InputStream decoded = open()) {
      for (int read = decoded.read(piece); read > 0; read = decoded.read(piece)) {
        size += read;
        for (int i = 0; i < read && !nul; i++) {
          nul = piece[i] == 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Extent(size, nul);
  }

  /** Writes decoded octets: as a string where a string can hold them. Says how many they were. */
  public long write(ImapWriter out, Optional<Partial> partial) {
    Extent extent = extent();
    OctetRange all = new OctetRange(0, extent.size());
    OctetRange wanted = partial.map(part -> part.of(all)).orElse(all);
    out.raw(extent.hasNul() ? "~" : "");
    try (InputStream decoded = open()) {
      decoded.skipNBytes(wanted.offset());
      out.literal(
          (position, into, offset, length) -> read(decoded, into, offset, length),
          wanted.offset(),
          wanted.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wanted.length();
  }

  private static int read(InputStream decoded, byte[] into, int offset, int length) {
    try {
      return decoded.read(into, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open() {
    return range.length() == 0
        ? InputStream.nullInputStream()
        : TransferDecoder.open(letter.content().stream(range.offset(), range.length()), encoding);
  }
}
