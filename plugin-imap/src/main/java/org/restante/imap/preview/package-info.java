/**
 * The first words of a letter, for lists of letters: {@link org.restante.imap.preview.Preview}
 * finds the text, {@code Markup} leaves out what HTML does not show, {@code Words} keeps what fits.
 *
 * <p>Invariants: no more of a letter is read than the start of a few of its parts; any octets at
 * all give some text, if only an empty one; nothing in a letter is followed or fetched.
 *
 * @rfc 8970 3.3
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.preview;
