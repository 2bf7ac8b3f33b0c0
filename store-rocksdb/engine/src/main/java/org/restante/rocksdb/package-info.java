/** The key-value and blob engine on RocksDB: partitions, guarded batches, group commit, backup. */
@NullMarked
package org.restante.rocksdb;

import org.jspecify.annotations.NullMarked;
