/**
 * The conversation with one client: its state, its selected mailbox, reading commands and ending
 * them. What a command does is in the command's own package; this one knows none of them.
 *
 * <p>Invariants: commands run one at a time; a state changes only by a {@link
 * org.restante.imap.state.Transition}; sequence numbers change only at sync points (RFC 3501
 * §7.4.1); every failure becomes reply, log line and metric in {@code Failure}.
 *
 * @rfc 3501 3
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.session;
