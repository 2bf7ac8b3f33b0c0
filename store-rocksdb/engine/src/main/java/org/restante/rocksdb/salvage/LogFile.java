package org.restante.rocksdb.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in RocksDB's log format, the write-ahead log or the manifest: blocks of 32 KiB with
 * records of {@code checksum 4 | length 2 | type 1 | octets}, little-endian; the checksum covers
 * type and octets. A record never starts where its header does not fit into the block.
 *
 * <p>A write-ahead log is written over one that is of no use any more (see docs/adr/0032). Its
 * records say whose they are, {@code checksum 4 | length 2 | type 1 | log 4 | octets}, and behind
 * the last of them lies what is left of the older log: that is no damage.
 */
final class LogFile {
  private static final int BLOCK = 32 << 10;
  private static final int LENGTH = 4;
  private static final int TYPE = 6;
  private static final int NUMBER = 7;
  private static final int HEADER = NUMBER;
  private static final int HEADER_WITH_NUMBER = NUMBER + Integer.BYTES;
  private static final int LAST_PLAIN_TYPE = 4;
  private static final int LAST_TYPE_WITH_NUMBER = 8;
  private static final int LAST_TYPE = 0x8f;
  private static final Pattern LOG = Pattern.compile("(\\d+)\\.log");

  private final Path file;
  private final boolean isLog;
  private final int own;
  private final byte[] block = new byte[BLOCK];
  private int header = HEADER;
  private int filled;
  private long start;
  private boolean last;
  private int mended;
  private int damaged;
  private long firstDamage = -1;
  private long lastSound;
  private long left = -1;
  private boolean cutOff;

  /**
   * What was found.
   *
   * @param mended records that were put right
   * @param damaged places where a record can't be read
   * @param firstDamage where the first of them is; -1: nowhere
   * @param lastSound the end of the last record that can be read
   * @param left where begins what an older log has left behind the last record; -1: nowhere
   * @param cutOff whether the file ends inside of the last record
   */
  record Verdict(
      int mended, int damaged, long firstDamage, long lastSound, long left, boolean cutOff) {

    boolean isWhole() {
      return damaged == 0;
    }

    /** Whether nothing that can be read lies behind the damage: as a crash leaves a log. */
    boolean endsTorn() {
      return damaged > 0 && lastSound <= firstDamage;
    }

    /** Where the file may be cut off without a loss of what can be read; -1: nowhere. */
    long end() {
      return endsTorn() ? firstDamage : left;
    }
  }

  private LogFile(Path file) {
    this.file = file;
    Matcher log = LOG.matcher(file.getFileName().toString());
    this.isLog = log.matches();
    this.own = isLog ? (int) Long.parseLong(log.group(1)) : 0;
  }

  /** Reads a file from a place on (the start of a block), and mends what it can. */
  static Verdict check(Path file, long from) throws IOException {
    return new LogFile(file).check(from);
  }

  private Verdict check(long from) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      header = header(channel);
      lastSound = from / BLOCK * BLOCK;
      for (start = lastSound; start < channel.size(); start += filled) {
        fill(channel);
        if (records()) {
          Octets.write(channel, start, ByteBuffer.wrap(block, 0, filled));
        }
      }
      if (mended > 0) {
        channel.force(true);
      }
    }
    return new Verdict(mended, damaged, firstDamage, lastSound, left, cutOff);
  }

  private void fill(FileChannel channel) throws IOException {
    filled = (int) Math.min(BLOCK, channel.size() - start);
    last = start + filled == channel.size();
    Octets.read(channel, start, block, filled);
  }

  /** The length of headers, by the first block that begins with a record that can be read. */
  private int header(FileChannel channel) throws IOException {
    if (!isLog) {
      return HEADER;
    }
    boolean likely = false;
    for (start = 0; start < channel.size(); start += BLOCK) {
      fill(channel);
      for (int length : new int[] {HEADER, HEADER_WITH_NUMBER}) {
        header = length;
        if (filled >= length && sound(0)) {
          return length;
        }
      }
      likely |= filled >= HEADER_WITH_NUMBER && (isWithNumber(type(0)) || number(0) == own);
    }
    return likely ? HEADER_WITH_NUMBER : HEADER;
  }

  /** Goes through the block's records; whether it has mended one. */
  private boolean records() {
    int before = mended;
    int at = 0;
    while (filled - at >= header && !isZero(at) && isRecord(at)) {
      at += header + length(at);
      lastSound = start + at;
    }
    boolean inHeader = last && at < filled && filled - at < header && filled < BLOCK - header;
    if (inHeader && damaged == 0 && left < 0) {
      cutOff = true;
      damage(start + at);
    }
    return mended > before;
  }

  /** Whether a record of this log is here that can be read; takes down what else is. */
  private boolean isRecord(int at) {
    if (sound(at) ? isOwn(at) : mend(at)) {
      if (left >= 0) {
        damage(left); // what lies in front of a record of this log was one too
        left = -1;
      }
      return true;
    }
    if (isOwn(at)) {
      cutOff = last && at + header + length(at) > filled;
      damage(start + at);
    } else if (left < 0) {
      left = start + at;
    }
    return false;
  }

  private void damage(long place) {
    damaged++;
    if (firstDamage < 0 || place < firstDamage) {
      firstDamage = place;
    }
  }

  /** Whether this log has written the header; without numbers every one. */
  private boolean isOwn(int at) {
    return header == HEADER || (isWithNumber(type(at)) && number(at) == own);
  }

  private static boolean isWithNumber(int type) {
    return type > LAST_PLAIN_TYPE && type <= LAST_TYPE_WITH_NUMBER;
  }

  private boolean isZero(int at) {
    return length(at) == 0 && type(at) == 0 && Checksum.stored(block, at) == 0;
  }

  private int length(int at) {
    return (block[at + LENGTH] & 0xff) | (block[at + LENGTH + 1] & 0xff) << 8;
  }

  private int type(int at) {
    return block[at + TYPE] & 0xff;
  }

  private int number(int at) {
    return Checksum.stored(block, at + NUMBER);
  }

  private boolean sound(int at) {
    int end = at + header + length(at);
    return end <= filled && Checksum.holds(block, at + TYPE, covered(at), at);
  }

  /** Octets that the checksum covers. */
  private int covered(int at) {
    return header - TYPE + length(at);
  }

  /** Tries the length, then the octets and the checksum; the record must be of this log then. */
  private boolean mend(int at) {
    return mendLength(at) || mendOctet(at);
  }

  private boolean mendOctet(int at) {
    if (!mayBeWhole(at)) {
      return false;
    }
    byte[] before = block.clone();
    int place = Checksum.mend(block, at + TYPE, covered(at), at);
    if (place < 0) {
      return false;
    }
    boolean right = type(at) != 0 && type(at) <= LAST_TYPE && isOwn(at);
    if (right) {
      mended++;
    } else {
      block[place] = before[place];
    }
    return right;
  }

  /** Whether a record of this length may be here: else its octets are not to be tried. */
  private boolean mayBeWhole(int at) {
    int end = at + header + length(at);
    if (end > filled) {
      return false;
    }
    return header == HEADER ? ends(end) : isWithNumber(type(at)) || number(at) == own;
  }

  private boolean mendLength(int at) {
    if (!isOwn(at)) {
      return false;
    }
    for (int octet = at + LENGTH; octet < at + TYPE; octet++) {
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
