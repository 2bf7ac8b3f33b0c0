/**
 * Clients of IMAP that keep a cache and believe what the server says, many of them on the same
 * mailboxes at the same time, and what they believe beside what is there.
 *
 * <p>Invariants: a client draws no conclusion that the RFCs do not allow; it says {@code Violation}
 * as soon as a response can't be; after each round, every cache equals the server's state.
 */
@NullMarked
package org.restante.bench.sync;

import org.jspecify.annotations.NullMarked;
