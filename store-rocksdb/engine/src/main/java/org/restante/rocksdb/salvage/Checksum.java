package org.restante.rocksdb.salvage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * RocksDB's CRC-32C, and what one may do with it: a checksum names the one octet whose change makes
 * it hold again, if one octet is all that is wrong.
 */
public final class Checksum {
  private static final int POLYNOMIAL = 0x82f63b78;
  private static final int[] TABLE = new int[256];
  private static final int[] BY_TOP_OCTET = new int[256];

  static {
    for (int octet = 0; octet < 256; octet++) {
      int remainder = octet;
      for (int bit = 0; bit < 8; bit++) {
        remainder = (remainder & 1) == 0 ? remainder >>> 1 : remainder >>> 1 ^ POLYNOMIAL;
      }
      TABLE[octet] = remainder;
      BY_TOP_OCTET[remainder >>> 24] = octet;
    }
  }

  private Checksum() {}

  /** The checksum of a span, as it is stored. */
  public static byte[] encoded(byte[] octets, int offset, int length) {
    return ByteBuffer.allocate(Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(masked(of(octets, offset, length)))
        .array();
  }

  /** Stores the checksum of a span beside it. */
  public static void store(byte[] octets, int offset, int length, int at) {
    System.arraycopy(encoded(octets, offset, length), 0, octets, at, Integer.BYTES);
  }

  /** The CRC-32C of a span. */
  public static int of(byte[] octets, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(octets, offset, length);
    return (int) crc.getValue();
  }

  /** As RocksDB stores it, so that octets with a checksum inside have a sound checksum too. */
  static int masked(int crc) {
    return Integer.rotateRight(crc, 15) + 0xa282ead8;
  }

  static int unmasked(int stored) {
    return Integer.rotateLeft(stored - 0xa282ead8, 15);
  }

  static int stored(byte[] octets, int offset) {
    return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
  }

  /** Whether the checksum of a span is the stored one. */
  public static boolean holds(byte[] octets, int offset, int length, int storedAt) {
    return masked(of(octets, offset, length)) == stored(octets, storedAt);
  }

  /**
   * Changes one octet, of the span or of its stored checksum, so that the checksum holds. A wrong
   * octet shifts the checksum by a value that depends on it and on its distance from the end: going
   * back from the end octet by octet, the value is looked for.
   *
   * @return where the octet is; -1: more than one is wrong, nothing is changed
   */
  public static int mend(byte[] octets, int offset, int length, int storedAt) {
    int actual = of(octets, offset, length);
    int inStored = oneOctet(masked(actual) ^ stored(octets, storedAt));
    if (inStored >= 0) {
      ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).putInt(storedAt, masked(actual));
      return storedAt + inStored;
    }
    int shift = actual ^ unmasked(stored(octets, storedAt));
    for (int at = offset + length - 1; at >= offset; at--) {
      int error = BY_TOP_OCTET[shift >>> 24];
      if (TABLE[error] == shift) {
        octets[at] ^= (byte) error;
        return at;
      }
      shift = (shift ^ TABLE[error]) << 8 | error;
    }
    return -1;
  }

  /** The place of the one octet that is not zero; -1: there are none or more. */
  private static int oneOctet(int difference) {
    for (int at = 0; at < Integer.BYTES; at++) {
      if (difference != 0 && (difference & ~(0xff << 8 * at)) == 0) {
        return at;
      }
    }
    return -1;
  }
}
