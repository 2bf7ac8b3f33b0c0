/**
 * Contents that are files of their own, in the directory {@code contents} beside the database's
 * files: those that are too long to be written with the batch that links them.
 *
 * <pre>
 * file    | chunk … | trailer |
 * chunk   | octets (a chunk; the last one may be shorter) | checksum of these (4) |
 * trailer | name of the content (32) | octets (8) | octets of a chunk (4) | magic (4) | checksum of these (4) |
 * </pre>
 *
 * <p>Numbers are big-endian; checksums are CRC-32C as RocksDB stores them, masked and
 * little-endian. A file is named by its storage number, in decimal.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A file is written once, from its beginning to its end, and is on the disk, with its name,
 *       before a row tells of it. It goes after the row has gone from the disk.
 *   <li>No file is ever written over: a storage number whose file is there already is passed over.
 *   <li>A file without a trailer was never finished. What belongs to nothing is removed at the next
 *       start: nothing else is ever guessed from a file that is there.
 *   <li>No chunk is given out whose checksum does not hold.
 *   <li>While somebody keeps the files, for a backup, none goes.
 * </ul>
 */
@NullMarked
package org.restante.rocksdb.file;

import org.jspecify.annotations.NullMarked;
