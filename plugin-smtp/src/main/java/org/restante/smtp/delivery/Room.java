package org.restante.smtp.delivery;

import java.util.OptionalLong;
import org.restante.account.QuotaUsage;

/** Whether an account has room for a letter, as far as it is known at RCPT. */
public enum Room {
  /** It has, unless others use it up in this moment. */
  AMPLE,
  /** It depends on how large the letter turns out to be. */
  UNCERTAIN,
  /** It has not: no further message. */
  NO_MESSAGE,
  /** It has not: no further octets. */
  NO_OCTETS,
  /** It will never have: the letter is larger than all that the account may keep. */
  NEVER;

  /** What the trace header may add to a declared size. */
  private static final long TRACE_OCTETS = 2048;

  /**
   * The room of an account.
   *
   * @param declared SIZE= of the letter
   * @param largest the largest letter there may be
   */
  public static Room of(QuotaUsage usage, OptionalLong declared, long largest) {
    if (declared.isPresent() && declared.getAsLong() > usage.limits().octets()) {
      return NEVER;
    }
    if (usage.messages() >= usage.limits().messages()) {
      return NO_MESSAGE;
    }
    long left = usage.limits().octets() - usage.octets();
    if (left < Math.max(1, declared.orElse(1))) {
      return NO_OCTETS;
    }
    return left - TRACE_OCTETS < declared.orElse(largest) ? UNCERTAIN : AMPLE;
  }
}
