/**
 * The states of a session and the ways from one to the next.
 *
 * <p>Invariants: there is no way but the seven of {@link org.restante.imap.state.Transition}; one
 * that starts from another state than the drawing says is a bug here, never a client's mistake, and
 * fails.
 *
 * @rfc 3501 3
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.state;
