package org.restante.mail;

import org.osgi.annotation.versioning.ConsumerType;

/** Gets word of changes, in commit order within an account. */
@ConsumerType
@FunctionalInterface
public interface ChangeListener {

  /** Must not block and must not call the store: note it and wake somebody. */
  void changed(Change change);
}
