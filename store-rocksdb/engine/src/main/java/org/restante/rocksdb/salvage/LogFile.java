package org.restante.rocksdb.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in RocksDB's log format, the write-ahead log or the manifest: blocks of 32 KiB with
 * records of {@code checksum 4 | length 2 | type 1 | octets}, little-endian; the checksum covers
 * type and octets. A record never starts in the last six octets of a block.
 */
final class LogFile {
  private static final int BLOCK = 32 << 10;
  private static final int HEADER = 7;
  private static final int LAST_TYPE = 0x8f;

  private final Path file;
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long start;
  private boolean last;
  private int mended;
  private int damaged;
  private long firstDamage = -1;
  private long lastSound;

  /**
   * What was found.
   *
   * @param mended records that were put right
   * @param damaged places where a record can't be read
   * @param firstDamage where the first of them is; -1: nowhere
   * @param lastSound the end of the last record that can be read
   */
  record Verdict(int mended, int damaged, long firstDamage, long lastSound) {

    boolean isWhole() {
      return damaged == 0;
    }

    /** Whether nothing that can be read lies behind the damage: as a crash leaves a log. */
    boolean endsTorn() {
      return damaged > 0 && lastSound <= firstDamage;
    }
  }

  private LogFile(Path file) {
    this.file = file;
  }

  /** Reads a file from a place on (the start of a block), and mends what it can. */
  static Verdict check(Path file, long from) throws IOException {
    return new LogFile(file).check(from);
  }

  private Verdict check(long from) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      start = from / BLOCK * BLOCK;
      lastSound = start;
      while (start < size) {
        filled = (int) Math.min(BLOCK, size - start);
        last = start + filled == size;
        Octets.read(channel, start, block, filled);
        if (records()) {
          Octets.write(channel, start, ByteBuffer.wrap(block, 0, filled));
        }
        start += filled;
      }
      if (mended > 0) {
        channel.force(true);
      }
    }
    return new Verdict(mended, damaged, firstDamage, lastSound);
  }

  /** Goes through the block's records; whether it has mended one. */
  private boolean records() {
    int before = mended;
    int at = 0;
    while (filled - at >= HEADER) {
      if (isZero(at)) {
        break; // room that was set aside
      }
      if (!sound(at) && !mend(at)) {
        damage(at);
        break;
      }
      at += HEADER + length(at);
      lastSound = start + at;
    }
    if (last && at < filled && filled - at < HEADER && damaged == 0 && filled < BLOCK - HEADER) {
      damage(at); // a header that was cut off
    }
    return mended > before;
  }

  private void damage(int at) {
    damaged++;
    if (firstDamage < 0) {
      firstDamage = start + at;
    }
  }

  private boolean isZero(int at) {
    return length(at) == 0 && block[at + 6] == 0 && Checksum.stored(block, at) == 0;
  }

  private int length(int at) {
    return (block[at + 4] & 0xff) | (block[at + 5] & 0xff) << 8;
  }

  private boolean sound(int at) {
    int end = at + HEADER + length(at);
    return end <= filled && Checksum.holds(block, at + 6, 1 + length(at), at);
  }

  /** Tries the octets, the checksum, then the length. */
  private boolean mend(int at) {
    if (at + HEADER + length(at) <= filled && ends(at + HEADER + length(at))) {
      int place = Checksum.mend(block, at + 6, 1 + length(at), at);
      if (place >= 0 && type(at) != 0 && type(at) <= LAST_TYPE) {
        mended++;
        return true;
      }
    }
    return mendLength(at);
  }

  private boolean mendLength(int at) {
    for (int octet = at + 4; octet < at + 6; octet++) {
      byte stored = block[octet];
      for (int other = 0; other < 256; other++) {
        block[octet] = (byte) other;
        if (other != (stored & 0xff) && sound(at)) {
          mended++;
          return true;
        }
      }
      block[octet] = stored;
    }
    return false;
  }

  /** Whether a record may end here: at the block's end, or in front of what may be a record. */
  private boolean ends(int at) {
    return filled - at < HEADER || isZero(at) || at + HEADER + length(at) <= filled;
  }

  private int type(int at) {
    return block[at + 6] & 0xff;
  }

  /** Cuts off what lies behind a place. */
  static void cut(Path file, long length) throws IOException {
    if (Files.size(file) > length) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(length);
        channel.force(true);
      }
    }
  }
}
