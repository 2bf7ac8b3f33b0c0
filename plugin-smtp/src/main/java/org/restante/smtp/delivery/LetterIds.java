package org.restante.smtp.delivery;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of letters, each an atom: unique over instances and restarts, short enough to be read out.
 * Thread-safe.
 */
public final class LetterIds {

  private final String prefix;
  private final AtomicLong next = new AtomicLong();

  /** Ids with a random beginning of 64 bits. */
  public LetterIds() {
    this.prefix = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
  }

  /** A new id. */
  public String next() {
    return prefix + "-" + Long.toString(next.incrementAndGet(), Character.MAX_RADIX);
  }
}
