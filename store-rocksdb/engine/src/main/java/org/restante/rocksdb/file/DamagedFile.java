package org.restante.rocksdb.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of a content is not what was written. */
public final class DamagedFile extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFile(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
