/**
 * What a suspended session's state is made of: which versions of it two revisions share, and fields
 * that can be read by a revision that does not know all of them.
 *
 * <p>Invariants: a plugin writes and reads the same range of versions; the kernel asks for the
 * newest one that both revisions have, so that sessions go forward and back between them. Within a
 * version only optional fields may be added, those that a revision can leave out and still do right
 * by the client; whatever else changes is a new version, and the writer of it goes on writing the
 * one before for as long as an older revision may be asked to take sessions back.
 *
 * <pre>
 * state   fields (2) | field …
 * field   number (2) | length (4) | value
 * number  1 to 0x7fff: a reader must know it; 0x8000 to 0xffff: optional, skipped where not known
 * value   a number: 8 octets · a flag: 1 octet, 0 or 1 · a text: UTF-8 · octets
 *         · UIDs: first (4) and last (4) of each range, ascending · a group: a state of its own
 * </pre>
 *
 * All numbers are unsigned and big-endian, but for the value of a number field, which has a sign. A
 * field may come several times where it is read as a list.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.protocol.state;
