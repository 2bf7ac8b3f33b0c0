package org.restante.message;

import java.util.OptionalLong;

/**
 * A change of flags, the same for every message of a set.
 *
 * @param mode what to do with the flags
 * @param flags the flags
 * @param unchangedSince skip messages whose MODSEQ is above this one (RFC 7162 §3.1.3)
 */
public record FlagUpdate(Mode mode, Flags flags, OptionalLong unchangedSince) {

  /** An update without condition. */
  public FlagUpdate(Mode mode, Flags flags) {
    this(mode, flags, OptionalLong.empty());
  }

  /** What to do with the given flags. */
  public enum Mode {
    /** They become all the flags there are. */
    REPLACE,
    /** They are set, others stay. */
    ADD,
    /** They are cleared, others stay. */
    REMOVE
  }

  /** The flags after this update. */
  public Flags applyTo(Flags before) {
    return switch (mode) {
      case REPLACE -> flags;
      case ADD -> before.plus(flags);
      case REMOVE -> before.minus(flags);
    };
  }
}
