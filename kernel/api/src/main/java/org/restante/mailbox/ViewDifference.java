package org.restante.mailbox;

import org.restante.message.UidSet;

/**
 * From one view to a later one.
 *
 * @param expunged in the older view only
 * @param arrived in the later view only
 * @param changed in both, with another MODSEQ
 */
public record ViewDifference(UidSet expunged, UidSet arrived, UidSet changed) {

  /** Whether nothing happened. */
  public boolean isEmpty() {
    return expunged.isEmpty() && arrived.isEmpty() && changed.isEmpty();
  }
}
