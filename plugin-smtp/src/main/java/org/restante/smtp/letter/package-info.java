/**
 * A letter on its way in: octets of the connection, byte-stuffing undone, trace header in front,
 * into a draft, piece by piece.
 *
 * <p>Invariants: no more than a piece (and, on submission, the header section up to a limit) lies
 * in the heap; what the client sends after the letter is left for the next command; whatever goes
 * wrong with the draft, the letter is read to its end before anything is said about it.
 */
@NullMarked
package org.restante.smtp.letter;

import org.jspecify.annotations.NullMarked;
