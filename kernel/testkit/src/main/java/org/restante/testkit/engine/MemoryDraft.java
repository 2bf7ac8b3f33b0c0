package org.restante.testkit.engine;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;

/** A content that is being written; sealed, it is in the table and pinned. */
final class MemoryDraft implements BlobDraft {
  private static final int WINDOW = 128 << 10; // longer ones can't be had back, as on a disk

  private final MemoryBlobs blobs;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private @Nullable MemoryBlob pinned;
  private @Nullable BlobId sealed;
  private boolean closed;

  MemoryDraft(MemoryBlobs blobs) {
    this.blobs = blobs;
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    blobs.checkOpen();
    if (sealed != null || closed) {
      throw new IllegalStateException("the draft has ended");
    }
    written.write(octets, offset, length);
  }

  @Override
  public long size() {
    return written.size();
  }

  @Override
  public Optional<byte[]> inMemory() {
    return written.size() > WINDOW ? Optional.empty() : Optional.of(written.toByteArray());
  }

  @Override
  public BlobId seal() {
    if (closed) {
      throw new IllegalStateException("the draft is closed");
    }
    BlobId id = sealed;
    if (id == null) {
      byte[] octets = written.toByteArray();
      id = MemoryProof.name(octets);
      pinned = blobs.pinned(id, octets);
      sealed = id;
    }
    return id;
  }

  @Override
  public void close() {
    if (!closed && pinned != null) {
      blobs.locked(pinned::unpin);
    }
    closed = true;
  }
}
