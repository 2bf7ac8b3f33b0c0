package org.restante.mime;

/** Finds line ends: the inner loop of indexing. */
final class LineFeed {

  private LineFeed() {}

  /** The index of the first LF in a range, or {@code to} if it has none. */
  static int find(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && octets[at] != '\n') {
      at++;
    }
    return at;
  }
}
