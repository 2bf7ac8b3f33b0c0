package org.restante.rocksdb;

import java.util.function.BooleanSupplier;

/** Where the octets of one stored content are read from. Thread-safe. */
sealed interface Chunks extends AutoCloseable permits RowChunks, FileChunks {

  /**
   * The octets of a chunk.
   *
   * @throws org.restante.rocksdb.salvage.DamagedData if they are damaged
   * @throws org.restante.keyvalue.EngineException if they are not there
   */
  byte[] read(int number);

  /**
   * Mends a damaged chunk, if that can be and was not tried before.
   *
   * @param proof reads the content whole, and compares it with its name
   */
  void mend(int number, BooleanSupplier proof);

  @Override
  void close();
}
