package org.restante.message;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.blob.BlobProof;

/** The octets of a stored message, read by range. Thread-safe until closed. */
@ProviderType
public interface MessageContent extends AutoCloseable {

  /** Octets of the message. */
  long size();

  /**
   * Reads from a position; touches only what the range needs.
   *
   * @return octets read, at least one; -1 at or behind the end
   */
  int read(long position, byte[] into, int offset, int length);

  /** A stream over a range, clipped to the content; closing it leaves this content open. */
  InputStream stream(long position, long length);

  /** Compares octets with those that were accepted as this message, wherever they are read. */
  BlobProof proof();

  @Override
  void close();
}
