/**
 * Parts of a letter as FETCH names and tells them: {@link org.restante.imap.section.BodySection}
 * which octets, {@link org.restante.imap.section.Partial} a substring of these, {@link
 * org.restante.imap.section.BinaryPart} octets freed from their transfer encoding, {@link
 * org.restante.imap.section.Structure} how the parts hang together.
 *
 * <p>Invariants: what is told is the letter's own, nothing is mended or made up; decoded octets
 * stream, never more than a buffer at a time.
 *
 * @rfc 3501 6.4.5
 * @rfc 3516 4
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.section;
