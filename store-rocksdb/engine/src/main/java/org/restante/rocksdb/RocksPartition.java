package org.restante.rocksdb;

import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionSnapshot;

/** One account's rows. */
final class RocksPartition extends RocksReader implements Partition {
  private final Commits commits;

  RocksPartition(Commits commits, long account) {
    super(commits.database(), account, null);
    this.commits = commits;
  }

  @Override
  public PartitionSnapshot snapshot() {
    return new RocksSnapshot(database(), account(), database().view());
  }

  @Override
  public Batch batch() {
    return new RocksBatch(commits, account());
  }
}
