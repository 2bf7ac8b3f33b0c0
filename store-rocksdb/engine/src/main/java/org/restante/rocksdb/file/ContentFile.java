package org.restante.rocksdb.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.restante.rocksdb.salvage.Checksum;
import org.restante.rocksdb.salvage.Octets;

/** A finished file, open for reading. Thread-safe; blocks for the disk. */
public final class ContentFile implements AutoCloseable {
  private final Path path;
  private final Layout layout;
  private final FileChannel channel;

  private ContentFile(Path path, Layout layout, FileChannel channel) {
    this.path = path;
    this.layout = layout;
    this.channel = channel;
  }

  static ContentFile open(Path path, Layout layout) throws IOException {
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      return new ContentFile(path, layout, channel);
    } catch (NoSuchFileException e) {
      throw new DamagedFile(path + " is missing", e);
    }
  }

  /** Whether it can still be read: an interrupt of a reader's thread closes it. */
  public boolean isOpen() {
    return channel.isOpen();
  }

  /**
   * The octets of a chunk.
   *
   * @throws DamagedFile if they are not what was written
   */
  public byte[] chunk(int number) throws IOException {
    byte[] record = record(channel, number);
    int length = record.length - Layout.CHECKSUM;
    if (!Checksum.holds(record, 0, length, length)) {
      throw new DamagedFile("chunk " + number + " of " + path + " is damaged", null);
    }
    return Arrays.copyOf(record, length);
  }

  /**
   * Mends a chunk in which one octet is wrong.
   *
   * @param proof whether the content is right then; else the chunk is put back as it was
   */
  public boolean mend(int number, BooleanSupplier proof) throws IOException {
    try (FileChannel mended =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      byte[] record = record(mended, number);
      byte[] before = record.clone();
      int length = record.length - Layout.CHECKSUM;
      if (Checksum.mend(record, 0, length, length) < 0) {
        return false;
      }
      Octets.write(mended, layout.position(number), ByteBuffer.wrap(record));
      boolean right = proof.getAsBoolean();
      if (!right) {
        Octets.write(mended, layout.position(number), ByteBuffer.wrap(before));
      }
      mended.force(false);
      return right;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private byte[] record(FileChannel from, int number) throws IOException {
    byte[] record = new byte[layout.length(number) + Layout.CHECKSUM];
    try {
      Octets.read(from, layout.position(number), record, record.length);
    } catch (EOFException e) {
      throw new DamagedFile(path + " is " + e.getMessage(), e);
    }
    return record;
  }
}
