package org.restante.blob;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A content on its way in, streamed: it never lies whole in the heap when it is large. Not
 * thread-safe.
 *
 * <p>While the draft is open its content is not collected. After {@link #close} a content that no
 * batch linked is garbage.
 */
@ProviderType
public interface BlobDraft extends AutoCloseable {

  /** Adds octets. */
  void write(byte[] octets, int offset, int length);

  /** Octets so far. */
  long size();

  /**
   * A copy of the octets so far; empty where some have left the heap. Works when the engine has
   * gone too: it is what another one can be given.
   */
  Optional<byte[]> inMemory();

  /** Ends the content and names it. Calling it again gives the same name. */
  BlobId seal();

  @Override
  void close();
}
