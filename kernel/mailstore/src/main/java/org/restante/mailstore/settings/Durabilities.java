package org.restante.mailstore.settings;

import org.restante.keyvalue.Durability;

/**
 * What changes wait for, by their kind. What brings new mail, delivery and append, always waits for
 * the disk.
 *
 * @param flags flags of messages
 * @param mailboxes create, rename, subscribe, delete
 * @param expunge expunge
 * @param copyAndMove copy and move
 */
public record Durabilities(
    Durability flags, Durability mailboxes, Durability expunge, Durability copyAndMove) {

  /** Everything waits for the disk. */
  public static final Durabilities SYNC =
      new Durabilities(Durability.SYNC, Durability.SYNC, Durability.SYNC, Durability.SYNC);
}
