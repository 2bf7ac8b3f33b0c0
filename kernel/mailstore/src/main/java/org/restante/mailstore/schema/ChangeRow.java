package org.restante.mailstore.schema;

import org.restante.message.UidSet;

/**
 * One line of an account's change log.
 *
 * @param mailbox which mailbox
 * @param kind what happened
 * @param uids to which messages
 */
public record ChangeRow(long mailbox, Kind kind, UidSet uids) {

  /** What happened. */
  public enum Kind {
    /** Messages came. */
    ARRIVED,
    /** Flags changed. */
    FLAGS,
    /** Messages left. */
    EXPUNGED,
    /** The mailbox was created or renamed. */
    MAILBOX,
    /** The mailbox was deleted. */
    DELETED
  }
}
