package org.restante.rocksdb.file;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.restante.blob.BlobId;
import org.restante.rocksdb.salvage.Checksum;

/**
 * What a finished file says of itself at its end.
 *
 * @param name of the content
 * @param octets of the content
 * @param chunk octets of a chunk
 */
public record Trailer(BlobId name, long octets, int chunk) {
  private static final int MAGIC = 0x52455354;
  private static final int CHECKED = BlobId.LENGTH + Long.BYTES + 2 * Integer.BYTES;

  /** How long it is. */
  static final int LENGTH = CHECKED + Layout.CHECKSUM;

  byte[] encode() {
    byte[] encoded = new byte[LENGTH];
    ByteBuffer.wrap(encoded).put(name.octets()).putLong(octets).putInt(chunk).putInt(MAGIC);
    Checksum.store(encoded, 0, CHECKED, CHECKED);
    return encoded;
  }

  /** Reads one; empty where it is none, or belongs to a file of another length. */
  static Optional<Trailer> decode(byte[] encoded, long fileLength) {
    if (!Checksum.holds(encoded, 0, CHECKED, CHECKED)) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(encoded);
    byte[] name = new byte[BlobId.LENGTH];
    in.get(name);
    Trailer trailer = new Trailer(new BlobId(name), in.getLong(), in.getInt());
    boolean fits = trailer.chunk > 0 && trailer.layout().end() + LENGTH == fileLength;
    return in.getInt() == MAGIC && fits ? Optional.of(trailer) : Optional.empty();
  }

  private Layout layout() {
    return new Layout(octets, chunk);
  }
}
