package org.restante.blob;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells of octets that are read whether they are those that a name was given to. Not thread-safe.
 */
@ProviderType
public interface BlobProof {

  /** Takes the next octets of the content. */
  void write(byte[] octets, int offset, int length);

  /** Whether all octets so far are the content of that name; call once, at the end. */
  boolean holds();
}
