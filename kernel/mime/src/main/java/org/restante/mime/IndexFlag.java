package org.restante.mime;

/** What an encoded part has; the place in the order is the bit. */
enum IndexFlag {
  ID,
  DESCRIPTION,
  MD5,
  DISPOSITION,
  LANGUAGES,
  LOCATION,
  ENVELOPE,
  CHILDREN;

  int bitIf(boolean present) {
    return present ? 1 << ordinal() : 0;
  }

  boolean isIn(int flags) {
    return (flags >> ordinal() & 1) != 0;
  }
}
