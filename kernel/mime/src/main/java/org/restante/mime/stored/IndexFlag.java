package org.restante.mime.stored;

/** The octets of an encoded index that say what follows, bit by bit. */
enum IndexFlag {
  ID(0x01),
  DESCRIPTION(0x02),
  MD5(0x04),
  DISPOSITION(0x08),
  LANGUAGES(0x10),
  LOCATION(0x20),
  ENVELOPE(0x40),
  CHILDREN(0x80),

  NAME(0x01),
  ROUTE(0x02),
  MAILBOX(0x04),
  HOST(0x08),
  EMPTY_HOST(0x10);

  private final int bit;

  IndexFlag(int bit) {
    this.bit = bit;
  }

  int bitIf(boolean present) {
    return present ? bit : 0;
  }

  boolean isIn(int flags) {
    return (flags & bit) != 0;
  }
}
