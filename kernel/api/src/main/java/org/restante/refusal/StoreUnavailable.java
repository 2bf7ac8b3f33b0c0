package org.restante.refusal;

import org.jspecify.annotations.Nullable;

/** The store can't serve now: its engine is being replaced, or has failed. Try again later. */
public final class StoreUnavailable extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** Why, for the log. */
  public StoreUnavailable(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
