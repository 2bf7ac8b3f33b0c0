package org.restante.keyvalue;

import org.jspecify.annotations.Nullable;

/** The engine could not do what it was asked; nothing of the call is applied. */
public class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What failed, and the cause where there is one. */
  public EngineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
