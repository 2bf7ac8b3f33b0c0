/**
 * Messages that clients put into mailboxes.
 *
 * <p>Invariant: a message passes piece by piece from the connection into a draft; OK is said after
 * the commit.
 *
 * @rfc 3501 6.3.11
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.append;
