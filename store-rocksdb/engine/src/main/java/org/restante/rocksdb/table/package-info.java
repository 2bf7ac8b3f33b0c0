/**
 * The whole schema of the database ({@link org.restante.rocksdb.table.Schema}), and the one package
 * that touches the native API.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Every native call is made inside the database's gate; after close there are none, and close
 *       waits for those under way. A native call on a closed database would end the process.
 *   <li>Whatever native outlives a call (a view's snapshot) is registered with the database, which
 *       frees it when it closes.
 *   <li>A synced write returns when it and every write before it is on the disk: RocksDB writes to
 *       one log in order, and syncs every live log file before the write becomes visible. So rows
 *       may be written without a sync before the synced batch that needs them.
 *   <li>Behind a write that has failed nothing is written to the same log: it may end in a torn
 *       record, behind which a crash would take everything. {@link
 *       org.restante.rocksdb.table.Recovery} begins another one.
 *   <li>Every write goes into the log: RocksDB refuses others where logs are written over.
 *   <li>Nothing waits in a native call for a flush that may fail.
 *   <li>Recovery is to a point in time: what a crash takes is a suffix of the writes, never a hole.
 *   <li>A virtual thread never waits for the disk in a native call: it reads what is in the cache,
 *       and leaves the rest, and every write, to the disk threads.
 * </ul>
 */
@NullMarked
package org.restante.rocksdb.table;

import org.jspecify.annotations.NullMarked;
