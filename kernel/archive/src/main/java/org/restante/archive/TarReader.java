package org.restante.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TarWriter} and other programs write; entries that are no files are skipped. */
final class TarReader {

  private final InputStream in;
  private long position;
  private long left;
  private int padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * A file.
   *
   * @param name its path
   * @param size its octets
   */
  record Entry(String name, long size) {}

  /** Octets that were read so far. */
  long position() {
    return position;
  }

  /** The next file; null behind the last one. What is left of the file before is skipped. */
  @Nullable Entry next() throws IOException {
    while (true) {
      skip();
      byte[] header = new byte[TarWriter.BLOCK];
      int count = in.readNBytes(header, 0, header.length);
      if (count < header.length) {
        throw new EOFException("the archive is cut off");
      }
      if (isEnd(header)) {
        return null;
      }
      position += count;
      left = octal(header, TarWriter.SIZE_AT, 12);
      padding = (int) ((TarWriter.BLOCK - left % TarWriter.BLOCK) % TarWriter.BLOCK);
      if (octal(header, TarWriter.SUM_AT, 8) != TarWriter.sum(header)) {
        throw new IOException("the archive is damaged: a header's sum is wrong at " + position);
      }
      if (header[156] == '0' || header[156] == 0) {
        return new Entry(name(header), left);
      }
    }
  }

  /** Octets of the present file; -1 at its end. */
  int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(into, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the archive is cut off");
    }
    left -= count;
    position += count;
    return count;
  }

  /** All octets of the present file. */
  byte[] all(Entry entry, int most) throws IOException {
    if (entry.size() > most) {
      throw new IOException("the file " + entry.name() + " of the archive is too large");
    }
    byte[] octets = new byte[(int) entry.size()];
    for (int at = 0; at < octets.length; ) {
      at += read(octets, at, octets.length - at);
    }
    return octets;
  }

  /** Goes behind the present file. */
  void skip() throws IOException {
    in.skipNBytes(left + padding);
    position += left + padding;
    left = 0;
    padding = 0;
  }

  private static boolean isEnd(byte[] header) {
    for (byte octet : header) {
      if (octet != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] header) {
    int length = 0;
    while (length < 100 && header[length] != 0) {
      length++;
    }
    return new String(header, 0, length, US_ASCII);
  }

  private static long octal(byte[] header, int at, int length) throws IOException {
    String text = new String(header, at, length, US_ASCII).replace('\0', ' ').strip();
    try {
      return text.isEmpty() ? 0 : Long.parseLong(text, 8);
    } catch (NumberFormatException malformed) {
      throw new IOException("no tar file, or one of a form that is not read here", malformed);
    }
  }
}
