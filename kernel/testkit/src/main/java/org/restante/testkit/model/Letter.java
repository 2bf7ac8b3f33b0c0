package org.restante.testkit.model;

import org.restante.message.Flags;

/**
 * A message of the model.
 *
 * @param number which of {@link Letters}
 * @param size its octets
 * @param flags its flags
 * @param modSeq MODSEQ of its last change
 */
record Letter(int number, int size, Flags flags, long modSeq) {

  Letter flagged(Flags newFlags, long newModSeq) {
    return new Letter(number, size, newFlags, newModSeq);
  }

  Letter at(long newModSeq) {
    return new Letter(number, size, flags, newModSeq);
  }
}
