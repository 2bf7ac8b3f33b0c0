package org.restante.rocksdb.table;

import org.rocksdb.RocksDB;

/** Begun by the launcher while other bundles start: loads the native library. */
final class Ahead implements Runnable {

  @Override
  public void run() {
    RocksDB.loadLibrary(); // who opens a database meanwhile waits in there
  }
}
