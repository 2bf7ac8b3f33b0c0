/**
 * Messages that clients put into mailboxes: APPEND, and REPLACE.
 *
 * <p>Invariants: a message passes piece by piece from the connection into a draft; OK is said after
 * the commit; all messages of a command come in, or none.
 *
 * @rfc 3501 6.3.11
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.append;
