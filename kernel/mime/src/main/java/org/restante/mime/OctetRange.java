package org.restante.mime;

/**
 * A run of octets.
 *
 * @param offset of its first octet, from the start of the letter
 * @param length in octets
 */
public record OctetRange(long offset, long length) {

  public OctetRange {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("negative range: " + offset + "+" + length);
    }
  }

  static OctetRange between(long start, long end) {
    return new OctetRange(start, end - start);
  }

  /** The offset behind its last octet. */
  public long end() {
    return offset + length;
  }

  /**
   * The part of this range that a partial fetch asks for: cut at the end, empty past it.
   *
   * @param start counted from the start of this range, not negative
   * @param count the most octets wanted, not negative
   * @rfc 3501 6.4.5
   */
  public OctetRange clip(long start, long count) {
    long skipped = Math.min(start, length);
    return new OctetRange(offset + skipped, Math.min(count, length - skipped));
  }
}
