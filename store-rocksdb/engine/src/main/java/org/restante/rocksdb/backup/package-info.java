/**
 * Backups of the open database in other directories, and the way back from there.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The list of a backup's files is written when they are all on the disk; without it a backup
 *       is none, and what it has copied is removed by the next one.
 *   <li>One thread of one process changes a directory at a time: the file {@code lock} in it is
 *       locked meanwhile, also while somebody reads a backup.
 *   <li>A restored file is the octets that the backup has a checksum of, or nothing is restored.
 *   <li>{@link org.restante.rocksdb.backup.RestoredStore} needs nothing but the JDK: the command
 *       line calls it where no server runs.
 * </ul>
 */
@NullMarked
package org.restante.rocksdb.backup;

import org.jspecify.annotations.NullMarked;
