/**
 * Commands on mailboxes as wholes: open, list, create, rename, subscribe, ask for their counters.
 *
 * <p>Names are kept as the client wrote them until a command runs: what is wrong with a name is a
 * refusal, not a syntax error.
 *
 * @rfc 3501 6.3
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.mailbox;
