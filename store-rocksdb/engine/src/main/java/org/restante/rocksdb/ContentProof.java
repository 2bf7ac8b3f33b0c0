package org.restante.rocksdb;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;

/** Names octets again as they were named: those of format 1 by their SHA-256. */
final class ContentProof implements BlobProof {
  private final BlobId blob;
  private final ContentName name = new ContentName();
  private final MessageDigest digest = sha256();
  private final boolean old;

  ContentProof(BlobId blob) {
    this.blob = blob;
    this.old = ByteBuffer.wrap(blob.octets()).getLong(BlobId.LENGTH - Long.BYTES) != 0;
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    if (old) {
      digest.update(octets, offset, length);
    } else {
      name.write(octets, offset, length);
    }
  }

  @Override
  public boolean holds() {
    return blob.equals(old ? new BlobId(digest.digest()) : name.end());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
