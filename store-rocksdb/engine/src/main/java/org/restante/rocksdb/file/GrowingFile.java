package org.restante.rocksdb.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.restante.blob.BlobId;
import org.restante.rocksdb.salvage.Checksum;
import org.restante.rocksdb.salvage.Octets;

/**
 * A file that a content is being written to. One that the disk has not taken once is given up: what
 * is in it then nobody knows. Not thread-safe; blocks for the disk.
 */
public final class GrowingFile {
  private final ContentFiles files;
  private final long number;
  private final int chunk;
  private final FileChannel channel;
  private long octets;
  private boolean sealed;
  private boolean failed;

  /** Something that the disk must take. */
  private interface Writing {
    void run() throws IOException;
  }

  GrowingFile(ContentFiles files, long number, int chunk, FileChannel channel) {
    this.files = files;
    this.number = number;
    this.chunk = chunk;
    this.channel = channel;
  }

  /** Its storage number. */
  public long number() {
    return number;
  }

  /** Octets of the content so far. */
  public long octets() {
    return octets;
  }

  /** Adds chunks, of which the last may be short: behind that nothing is added. */
  public void append(byte[] from, int length) throws IOException {
    if (octets % chunk != 0) {
      throw new IllegalStateException("the last chunk is short");
    }
    ByteBuffer[] pieces = new ByteBuffer[2 * ((length + chunk - 1) / chunk)];
    for (int at = 0, piece = 0; at < length; at += chunk) {
      int count = Math.min(chunk, length - at);
      byte[] checksum = Checksum.encoded(from, at, count);
      pieces[piece++] = ByteBuffer.wrap(from, at, count);
      pieces[piece++] = ByteBuffer.wrap(checksum);
    }
    write(pieces);
    octets += length;
  }

  private void write(ByteBuffer... pieces) throws IOException {
    orFail(
        () -> {
          while (pieces.length > 0 && pieces[pieces.length - 1].hasRemaining()) {
            channel.write(pieces);
          }
        });
  }

  private void orFail(Writing writing) throws IOException {
    if (failed) {
      throw new IOException("the disk did not take what came before");
    }
    failed = true;
    writing.run();
    failed = false;
  }

  /** The octets of the last chunk, which is short, and is no longer in the file then. */
  public byte[] takeBack() throws IOException {
    Layout layout = new Layout(octets, chunk);
    int last = layout.chunks() - 1;
    byte[] taken = read(last);
    orFail(
        () -> {
          channel.truncate(layout.position(last));
          channel.position(layout.position(last));
        });
    octets -= taken.length;
    return taken;
  }

  /** The octets of a chunk. */
  public byte[] read(int chunkNumber) throws IOException {
    Layout layout = new Layout(octets, chunk);
    byte[] read = new byte[layout.length(chunkNumber)];
    Octets.read(channel, layout.position(chunkNumber), read, read.length);
    return read;
  }

  /** Ends the file, once; returns when it is on the disk, with its name. */
  public void seal(BlobId name) throws IOException {
    if (sealed) {
      return;
    }
    write(ByteBuffer.wrap(new Trailer(name, octets, chunk).encode()));
    orFail(() -> channel.force(false));
    files.forceNames();
    channel.close();
    sealed = true;
  }

  /** Writes no more, and leaves it where it is. */
  public void close() throws IOException {
    channel.close();
  }

  /** Removes it. */
  public void abandon() throws IOException {
    channel.close();
    files.delete(number);
  }
}
