package org.restante.rocksdb.salvage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Octets of files, read and written whole. */
public final class Octets {
  private static final int PIECE = 256 << 10;

  private Octets() {}

  /** Reads exactly so many octets. */
  public static void read(FileChannel channel, long position, byte[] into, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("cut off at " + (position + buffer.position()));
      }
    }
  }

  /** Writes all octets. */
  public static void write(FileChannel channel, long position, ByteBuffer octets)
      throws IOException {
    long at = position;
    while (octets.hasRemaining()) {
      at += channel.write(octets, at);
    }
  }

  /** The CRC-32C of the first octets of a file. */
  static int checksum(Path file, long length) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] piece = new byte[PIECE];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (long at = 0; at < length; ) {
        int count = (int) Math.min(PIECE, length - at);
        read(channel, at, piece, count);
        crc.update(piece, 0, count);
        at += count;
      }
    }
    return (int) crc.getValue();
  }

  /**
   * Writes the first octets of one file over those of another, which keeps its place on the disk:
   * whoever has it open reads the new ones. Never a link to the same octets.
   *
   * @return their CRC-32C
   */
  static int copy(Path from, Path to, long length) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] piece = new byte[PIECE];
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long at = 0; at < length; ) {
        int count = (int) Math.min(PIECE, length - at);
        read(in, at, piece, count);
        crc.update(piece, 0, count);
        write(out, at, ByteBuffer.wrap(piece, 0, count));
        at += count;
      }
      out.force(true);
    }
    return (int) crc.getValue();
  }
}
