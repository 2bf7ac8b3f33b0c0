package org.restante.keyvalue;

import org.jspecify.annotations.Nullable;

/** There is no room on the disk: reads go on, and the call may be made again when there is room. */
public final class StorageFull extends EngineException {
  private static final long serialVersionUID = 1L;

  /** What has no room. */
  public StorageFull(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
