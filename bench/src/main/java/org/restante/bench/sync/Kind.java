package org.restante.bench.sync;

/** What a client makes use of. */
enum Kind {
  /** RFC 3501 alone: it starts afresh with every SELECT. */
  PLAIN(""),
  /** RFC 9051. */
  REV2("IMAP4rev2"),
  /** Asks for changed flags, and looks which messages are gone. */
  CONDSTORE("CONDSTORE"),
  /** Is told both. */
  QRESYNC("QRESYNC"),
  /** Is told both, and uses no message numbers. */
  UIDONLY("UIDONLY QRESYNC");

  private final String enables;

  Kind(String enables) {
    this.enables = enables;
  }

  String enables() {
    return enables;
  }

  boolean modSeqs() {
    return ordinal() >= CONDSTORE.ordinal();
  }

  boolean vanishes() {
    return ordinal() >= QRESYNC.ordinal();
  }

  boolean numbers() {
    return this != UIDONLY;
  }

  /** Items of FETCH that fill a cache. */
  String items() {
    return modSeqs() ? "(UID FLAGS MODSEQ)" : "(UID FLAGS)";
  }
}
