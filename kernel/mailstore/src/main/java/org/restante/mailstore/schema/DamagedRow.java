package org.restante.mailstore.schema;

import org.jspecify.annotations.Nullable;

/** A row that this release did not write like this. */
public final class DamagedRow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedRow(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
