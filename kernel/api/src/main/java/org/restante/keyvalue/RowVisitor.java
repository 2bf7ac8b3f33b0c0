package org.restante.keyvalue;

import java.nio.ByteBuffer;

/** Sees the rows of a scan. */
@FunctionalInterface
public interface RowVisitor {

  /**
   * One row. The buffers are valid during this call only: copy what is kept.
   *
   * @return whether to go on
   */
  boolean row(ByteBuffer key, ByteBuffer value);
}
