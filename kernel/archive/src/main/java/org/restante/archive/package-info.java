/**
 * The lossless archive of one account (docs/archive-format.md): a tar file of letters, each behind
 * a line of JSON that says what only the server knows about it. Written and read as a stream, by
 * the server and by the command line.
 *
 * <p>Invariants: a letter's octets are as the server has them; a part of an archive that begins
 * with its header and its mailboxes is an archive; no more than one piece of one letter is in
 * memory.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.archive;
