package org.restante.rocksdb.table;

/** Sees the rows of a scan; whether to go on. */
@FunctionalInterface
public interface RowReader {

  /** One row; the arrays are the reader's. */
  boolean row(byte[] key, byte[] value);
}
