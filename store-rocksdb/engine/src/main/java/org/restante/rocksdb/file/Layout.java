package org.restante.rocksdb.file;

/**
 * Where what is in a file.
 *
 * @param octets of the content
 * @param chunk octets of a chunk
 */
record Layout(long octets, int chunk) {
  static final int CHECKSUM = 4;

  /** Where a chunk begins. */
  long position(int number) {
    return (long) number * (chunk + CHECKSUM);
  }

  /** Octets of a chunk, without its checksum. */
  int length(int number) {
    return (int) Math.min(chunk, octets - (long) number * chunk);
  }

  /** How many chunks there are. */
  int chunks() {
    return Math.toIntExact((octets + chunk - 1) / chunk);
  }

  /** Where the trailer begins. */
  long end() {
    return octets + (long) chunks() * CHECKSUM;
  }
}
