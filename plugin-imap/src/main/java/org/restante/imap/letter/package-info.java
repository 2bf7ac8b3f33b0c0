/**
 * A stored message while a command looks into it.
 *
 * <p>Invariant: nothing of a message is read before it is needed.
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.letter;
