package org.restante.mail;

import org.osgi.annotation.versioning.ProviderType;

/** A listener's registration; it ends when closed, but for a call that is under way. */
@ProviderType
public interface Watch extends AutoCloseable {

  @Override
  void close();
}
