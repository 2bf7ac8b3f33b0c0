/**
 * The messages of a mailbox at one instant, in memory.
 *
 * <p>Invariants: a view and its chunks never change; a message costs 14 octets (UID 4, MODSEQ 8,
 * number of its set of flags 2) and its share of a chunk, 16 at most in a mailbox of some size; a
 * newer view shares every chunk in which nothing happened, so that the difference of two views
 * costs what changed; what a search asks of many chunks lies beside them, eight octets a chunk and
 * question.
 */
@NullMarked
package org.restante.mailstore.view;

import org.jspecify.annotations.NullMarked;
