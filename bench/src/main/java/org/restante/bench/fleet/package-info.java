/**
 * Many clients that wait for news, in one JVM, on one event loop.
 *
 * <p>Invariant: a push is timed from the moment before the change is asked for to the moment its
 * line is read, so that the figure holds the commit, the push and the client's own reading.
 */
@NullMarked
package org.restante.bench.fleet;

import org.jspecify.annotations.NullMarked;
