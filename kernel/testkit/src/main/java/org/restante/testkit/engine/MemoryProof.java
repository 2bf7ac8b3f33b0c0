package org.restante.testkit.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;

/** Here a name is the SHA-256 of the octets. */
final class MemoryProof implements BlobProof {
  private final MessageDigest digest = sha256();
  private final BlobId blob;

  MemoryProof(BlobId blob) {
    this.blob = blob;
  }

  static BlobId name(byte[] octets) {
    return new BlobId(sha256().digest(octets));
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    digest.update(octets, offset, length);
  }

  @Override
  public boolean holds() {
    return blob.equals(new BlobId(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
