/**
 * A mail store that is killed while clients change it, and a model of what it acknowledged.
 *
 * <p>Invariants: what a client does next follows from the seed, its number, how much it has done
 * and what its mailboxes hold, so that the process that is killed and the one that watches it know
 * the same without telling each other; a client has one operation under way at a time, so after a
 * kill its mailboxes are as before that operation, or as after it.
 */
@NullMarked
package org.restante.bench.crash;

import org.jspecify.annotations.NullMarked;
