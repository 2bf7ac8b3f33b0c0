package org.restante.message;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The content of a message on its way in. Octets are kept as given, indexed while they pass
 * (structure, envelope), and never lie whole in the heap when they are many. Not thread-safe.
 *
 * <p>One draft may be appended or delivered any number of times and is stored once. Closing a draft
 * that nothing used drops it.
 */
@ProviderType
public interface MessageDraft extends AutoCloseable {

  /** Adds octets. */
  void write(byte[] octets, int offset, int length);

  /** Adds octets. */
  default void write(byte[] octets) {
    write(octets, 0, octets.length);
  }

  /** Octets so far. */
  long size();

  @Override
  void close();
}
