/**
 * Inputs that no sane client sends, to the IMAP plugin in process, on one thread: no network, no
 * clock and no other thread decide what comes out.
 *
 * <p>Invariants: a world and all that is said in it follow from the seed and the world's number, so
 * those two are a reproducer; every octet that the plugin says goes through the grammar of {@code
 * org.restante.bench.reply}; after every input the session answers a probe, waits for the rest of a
 * literal, or has said BYE.
 */
@NullMarked
package org.restante.bench.fuzz;

import org.jspecify.annotations.NullMarked;
