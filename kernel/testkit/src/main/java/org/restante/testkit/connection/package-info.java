/**
 * A connection in memory: runs a {@link org.restante.protocol.ProtocolSession} as the kernel does,
 * with the client's side in the test's hands.
 *
 * <p>Invariants, the kernel's own: greet comes first; one call at a time, each on a virtual thread
 * that exists only while there is work; input is announced when a line end is buffered, or more
 * octets than a line may have; the client sees flushed octets only, and everything is flushed when
 * no work is left; farewell comes before the close, onClose is last and comes once. Time stands
 * still until the test advances it. Every wait of a test ends with an event, or with an {@link
 * AssertionError} that says what was there instead.
 */
@NullMarked
package org.restante.testkit.connection;

import org.jspecify.annotations.NullMarked;
