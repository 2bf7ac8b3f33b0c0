package org.restante.bench.crash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.restante.blob.BlobId;
import org.restante.message.Flags;
import org.restante.rocksdb.ContentName;

/**
 * A letter of the model; its octets follow from its number.
 *
 * @param number names the content
 * @param size its octets
 * @param flags its flags
 */
record Letter(long number, int size, Flags flags) {
  private static final int LEAST = 128;

  Letter flagged(Flags newFlags) {
    return new Letter(number, size, newFlags);
  }

  /** Mostly short; one of ten is longer than what goes into one write, or nearly so. */
  static Letter random(long number, Flags flags, Random random) {
    boolean large = random.nextInt(10) == 0;
    int size = large ? 260_000 + random.nextInt(340_000) : LEAST + random.nextInt(6_000);
    return new Letter(number, size, flags);
  }

  byte[] octets() {
    byte[] octets = new byte[size];
    new Random(number).nextBytes(octets);
    for (int i = size / 3; i < octets.length; i++) {
      octets[i] = (byte) ('a' + (octets[i] & 15)); // the greater part can be compressed, as in mail
    }
    byte[] head = ("Subject: " + number + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, octets, 0, head.length);
    return octets;
  }

  BlobId blob() {
    return ContentName.of(octets());
  }

  boolean is(byte[] stored) {
    return Arrays.equals(stored, octets());
  }
}
