package org.restante.mail;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gets word of changes, in commit order within an account, soon after each commit: on a thread of
 * its own, one call at a time, never on that of the writer.
 */
@ConsumerType
@FunctionalInterface
public interface ChangeListener {

  /** Most words that wait for a listener. */
  int WAITING = 1_024;

  /**
   * One word. Note it and wake somebody: the session that it wakes may take its turns on this
   * thread, behind the call, before the next word is given. While that takes time, at most {@link
   * #WAITING} more words wait, then they are dropped and {@link Change.Kind#RESYNC} is given in
   * their place.
   */
  void changed(Change change);
}
