/**
 * Files of the database that were damaged while they lay there: what can be put right before
 * RocksDB opens them, or while it reads.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>One damage hits one file: sorted files and the manifest are kept twice, of contents only
 *       the frame, whose loss would take a whole file.
 *   <li>A file is changed only towards what it was: to its copy, whose own checksum holds, or by
 *       one octet that makes a checksum hold again.
 *   <li>What can't be put right stays as it is and is told; it is never made to look whole.
 *   <li>Nothing is touched without the lock of the directory, so never under a running database of
 *       another process.
 * </ul>
 */
@NullMarked
package org.restante.rocksdb.salvage;

import org.jspecify.annotations.NullMarked;
