/**
 * The key-value and blob engine on RocksDB: partitions, guarded batches, group commit, contents and
 * their collection.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A batch, the contents it brings, its links and the figures they change are one write.
 *   <li>A row in GARBAGE, "garbage since" in CONTENTS, and the absence of links are the same thing;
 *       they change in one write, under the exclusive lock of that content.
 *   <li>Contents up to one window are in memory until a batch links them, and chunks in rows then.
 *       Larger ones are files of their own, with a row in DRAFTS while they stream, garbage from
 *       their seal to their first link.
 *   <li>A content that is linked, held by a sealed draft or open for reading is not collected:
 *       links and pins change under its lock, which collection holds while it looks and deletes.
 *   <li>A storage number is used for one content, once, so chunks and files are never overwritten.
 * </ul>
 */
@NullMarked
package org.restante.rocksdb;

import org.jspecify.annotations.NullMarked;
