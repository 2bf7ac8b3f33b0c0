package org.restante.keyvalue;

/** The engine is closed or being replaced; the call may be made again later. */
public final class EngineUnavailable extends EngineException {
  private static final long serialVersionUID = 1L;

  /** Why it is not there. */
  public EngineUnavailable(String message) {
    super(message, null);
  }
}
