package org.restante.imap.append;

/** Looks for octets in a message's header that only clients of UTF8=ACCEPT may write. */
final class HeaderScan {
  private boolean over;
  private boolean lineEmpty = true;
  private boolean eightBit;

  /** Looks at the next octets. */
  void add(byte[] octets, int length) {
    for (int i = 0; i < length && !over; i++) {
      byte octet = octets[i];
      eightBit |= octet < 0;
      over = octet == '\n' && lineEmpty;
      lineEmpty = octet == '\n' || (octet == '\r' && lineEmpty);
    }
  }

  /** Whether there was one. */
  boolean isEightBit() {
    return eightBit;
  }
}
