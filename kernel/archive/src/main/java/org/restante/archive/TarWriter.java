package org.restante.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes files one behind the other in the ustar form (POSIX.1-1988): a header of 512 octets, the
 * octets, zeros up to the next multiple of 512.
 */
final class TarWriter implements Closeable {

  static final int BLOCK = 512;
  static final long LARGEST = (1L << 33) - 1;
  static final int SIZE_AT = 124;
  static final int SUM_AT = 148;

  private static final int LONGEST_NAME = 100;

  private final OutputStream out;
  private long left;
  private int padding;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  /** Begins a file; exactly so many octets have to follow. */
  void begin(String name, long size, Instant modified) throws IOException {
    endFile();
    byte[] text = name.getBytes(US_ASCII);
    if (text.length > LONGEST_NAME || size > LARGEST) {
      throw new IOException("no place in a tar file for " + name + " of " + size + " octets");
    }
    byte[] header = new byte[BLOCK];
    System.arraycopy(text, 0, header, 0, text.length);
    octal(header, 100, 7, 0_600);
    octal(header, 108, 7, 0);
    octal(header, 116, 7, 0);
    octal(header, SIZE_AT, 11, size);
    octal(header, 136, 11, Math.clamp(modified.getEpochSecond(), 0, LARGEST));
    header[156] = '0';
    System.arraycopy("ustar\00000".getBytes(US_ASCII), 0, header, 257, 8);
    Arrays.fill(header, SUM_AT, SUM_AT + 8, (byte) ' ');
    octal(header, SUM_AT, 6, sum(header));
    header[SUM_AT + 6] = 0;
    out.write(header);
    left = size;
    padding = (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  void write(byte[] octets, int offset, int length) throws IOException {
    if (length > left) {
      throw new IOException("the file has more octets than were announced");
    }
    out.write(octets, offset, length);
    left -= length;
  }

  /** Ends the file that was begun. */
  void endFile() throws IOException {
    if (left > 0) {
      throw new IOException(left + " octets of the file are missing");
    }
    out.write(new byte[padding]);
    padding = 0;
  }

  /** The end: two blocks of zeros. */
  @Override
  public void close() throws IOException {
    endFile();
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }

  static long sum(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= SUM_AT && i < SUM_AT + 8 ? ' ' : header[i] & 0xff;
    }
    return sum;
  }

  private static void octal(byte[] header, int at, int digits, long value) {
    String text = String.format(Locale.ROOT, "%0" + digits + "o", value);
    System.arraycopy(text.getBytes(US_ASCII), 0, header, at, digits);
  }
}
