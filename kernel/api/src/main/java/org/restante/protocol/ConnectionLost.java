package org.restante.protocol;

import org.jspecify.annotations.Nullable;

/** The connection can't be read or written any more. */
public final class ConnectionLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** How it was lost. */
  public ConnectionLost(String how, @Nullable Throwable cause) {
    super(how, cause);
  }
}
