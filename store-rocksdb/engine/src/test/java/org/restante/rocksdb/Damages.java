package org.restante.rocksdb;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** What a disk may do to a file. */
final class Damages {
  private Damages() {}

  /** Changes octets of a file, as many of them as it has. */
  static void change(Path file, long place, int count) throws IOException {
    try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
      for (long at = place; at < Math.min(octets.length(), place + count); at++) {
        octets.seek(at);
        int before = octets.read();
        octets.seek(at);
        octets.write(before ^ 0x5a);
      }
    }
  }
}
