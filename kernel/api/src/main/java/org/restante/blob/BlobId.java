package org.restante.blob;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The name of a blob, which its engine makes of its octets: equal octets have one name, others have
 * another. By which hash is the engine's affair; {@link BlobStore#proof} compares.
 */
public final class BlobId {

  /** Octets of an id. */
  public static final int LENGTH = 32;

  private final byte[] hash;

  /** An id of 32 octets. */
  public BlobId(byte[] hash) {
    if (hash.length != LENGTH) {
      throw new IllegalArgumentException("a blob id has 32 octets, not " + hash.length);
    }
    this.hash = hash.clone();
  }

  /** A copy of the 32 octets. */
  public byte[] octets() {
    return hash.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlobId id && Arrays.equals(hash, id.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  /** The id in hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(hash);
  }
}
