package org.restante.blob;

import org.osgi.annotation.versioning.ProviderType;

/** A content open for reading; it stays readable until closed. Thread-safe. */
@ProviderType
public interface BlobContent extends AutoCloseable {

  /** Octets of the content. */
  long size();

  /**
   * Reads from a position; touches only the chunks that the range needs.
   *
   * @return octets read, at least one; -1 at or behind the end
   */
  int read(long position, byte[] into, int offset, int length);

  /** Has the beginning read into memory, for who will read it soon; counts as no read. */
  void prefetch();

  @Override
  void close();
}
