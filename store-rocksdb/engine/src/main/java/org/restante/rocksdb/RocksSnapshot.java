package org.restante.rocksdb;

import org.restante.keyvalue.PartitionSnapshot;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.View;

/** One account's rows at one moment. */
final class RocksSnapshot extends RocksReader implements PartitionSnapshot {
  private final View view;

  RocksSnapshot(Database database, long account, View view) {
    super(database, account, view);
    this.view = view;
  }

  @Override
  public void close() {
    view.close();
  }
}
