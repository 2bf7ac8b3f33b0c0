package org.restante.rocksdb.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A file of contents: a header of 30 octets, records, a footer of 32. A record is {@code key length
 * 8 | value length 8 | expiration 8 | checksum of these 4 | checksum of what follows 4 | key |
 * value}, little-endian. Without header and footer RocksDB reads none of it: they are its frame.
 */
final class BlobFile {
  static final int HEADER = 30;
  static final int FOOTER = 32;
  private static final int MAGIC = 2395959;
  private static final int RECORD = 32;
  private static final int CHECKSUM = 28;
  private static final int LONGEST = 4 << 20;

  private final FileChannel channel;
  private final long end;

  private BlobFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.end = channel.size() - FOOTER;
  }

  /** Header and footer of a file that is complete; empty where it is still being written. */
  static byte[] frame(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < HEADER + FOOTER) {
        return new byte[0];
      }
      byte[] frame = new byte[HEADER + FOOTER];
      Octets.read(channel, 0, frame, HEADER);
      byte[] footer = new byte[FOOTER];
      Octets.read(channel, size - FOOTER, footer, FOOTER);
      System.arraycopy(footer, 0, frame, HEADER, FOOTER);
      boolean complete =
          Checksum.stored(frame, 0) == MAGIC
              && Checksum.stored(frame, HEADER) == MAGIC
              && Checksum.holds(footer, 0, FOOTER - 4, FOOTER - 4);
      return complete ? frame : new byte[0];
    }
  }

  /** Puts the frame back around a file, at its old size; what is missing between reads as zeros. */
  static boolean putFrame(Path file, long size, byte[] frame) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      boolean sized = channel.size() == size;
      if (sized && Arrays.equals(frame, frame(file))) {
        return false;
      }
      channel.truncate(size);
      Octets.write(channel, 0, ByteBuffer.wrap(frame, 0, HEADER));
      Octets.write(channel, size - FOOTER, ByteBuffer.wrap(frame, HEADER, FOOTER));
      channel.force(true);
      return true;
    }
  }

  /**
   * Files in which the record of a key may lie, the likeliest first. Records lie in the order of
   * their keys, so none is in a file whose first key is higher.
   */
  static List<Path> mayHold(byte[] key, Path directory) throws IOException {
    record Candidate(Path file, byte[] first) {}
    List<Candidate> candidates = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".blob")).toList()) {
        byte[] first = first(file, key.length);
        if (Arrays.compareUnsigned(first, key) <= 0) {
          candidates.add(new Candidate(file, first));
        }
      }
    }
    candidates.sort((one, other) -> Arrays.compareUnsigned(other.first, one.first));
    return candidates.stream().map(Candidate::file).toList();
  }

  /** The first key of a file; empty, below all others, where it can't be trusted. */
  private static byte[] first(Path file, int length) throws IOException {
    byte[] record = new byte[RECORD + length];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < HEADER + record.length + FOOTER) {
        return new byte[0];
      }
      Octets.read(channel, HEADER, record, record.length);
    }
    boolean sound = Checksum.holds(record, 0, 24, 24);
    return sound ? Arrays.copyOfRange(record, RECORD, record.length) : new byte[0];
  }

  /**
   * Mends the record of a key, and the headers before it, where one octet is wrong.
   *
   * @param proof whether the octets are right then; else they are put back as they were
   */
  static boolean mend(Path file, byte[] key, BooleanSupplier proof) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      boolean mended = new BlobFile(channel).mend(key, proof);
      channel.force(true);
      return mended;
    }
  }

  private boolean mend(byte[] key, BooleanSupplier proof) throws IOException {
    boolean mended = false;
    long at = HEADER;
    while (at + RECORD <= end) {
      byte[] header = new byte[RECORD];
      Octets.read(channel, at, header, RECORD);
      boolean sound = Checksum.holds(header, 0, 24, 24);
      if (!sound && !mendHeader(header, at)) {
        return mended; // where the next record begins nobody knows
      }
      mended |= !sound;
      ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
      long length = numbers.getLong(0) + numbers.getLong(8);
      if (numbers.getLong(0) != key.length || length > LONGEST || at + RECORD + length > end) {
        return mended;
      }
      mended |= is(key, at + RECORD) && mend(at + CHECKSUM, 4 + (int) length, proof);
      at += RECORD + length;
    }
    return mended;
  }

  private boolean mendHeader(byte[] header, long at) throws IOException {
    if (Checksum.mend(header, 0, 24, 24) < 0) {
      return false;
    }
    Octets.write(channel, at, ByteBuffer.wrap(header));
    return true;
  }

  /** Whether the key at a place is this one, but for one octet that may be wrong. */
  private boolean is(byte[] key, long at) throws IOException {
    byte[] stored = new byte[key.length];
    Octets.read(channel, at, stored, key.length);
    int different = 0;
    for (int i = 0; i < key.length; i++) {
      different += stored[i] == key[i] ? 0 : 1;
    }
    return different <= 1;
  }

  /** The span begins with the checksum of all that follows in it. */
  private boolean mend(long at, int length, BooleanSupplier proof) throws IOException {
    byte[] octets = new byte[length];
    Octets.read(channel, at, octets, length);
    if (Checksum.holds(octets, 4, length - 4, 0)) {
      return false;
    }
    byte[] before = octets.clone();
    if (Checksum.mend(octets, 4, length - 4, 0) < 0) {
      return false;
    }
    Octets.write(channel, at, ByteBuffer.wrap(octets));
    if (proof.getAsBoolean()) {
      return true;
    }
    Octets.write(channel, at, ByteBuffer.wrap(before));
    return false;
  }
}
