package org.restante.mime.stored;

import org.jspecify.annotations.Nullable;

/** Octets that should be an encoded index are none: the letter must be indexed again. */
public final class DamagedIndex extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedIndex(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
