package org.restante.rocksdb.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Work on the files of contents. */
@FunctionalInterface
public interface FileWork<T extends @Nullable Object> {

  /** Does it. */
  T on(ContentFiles files) throws IOException;
}
