package org.restante.rocksdb.salvage;

import org.restante.keyvalue.EngineException;

/** Checksums, or missing files, say that what was asked for is damaged. */
public final class DamagedData extends EngineException {
  private static final long serialVersionUID = 1L;

  /** Names what can't be read. */
  public DamagedData(String message, Throwable cause) {
    super(message, cause);
  }
}
