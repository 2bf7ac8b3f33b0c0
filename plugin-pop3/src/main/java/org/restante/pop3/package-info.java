/**
 * POP3 as a protocol plugin: sessions, one record for each command, the command table.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The maildrop is the INBOX as it was at login; messages are addressed by UID, so that what
 *       other sessions do meanwhile never shifts a number. A message that they expunged is no
 *       longer there: it is not listed, and a command that names it is refused.
 *   <li>Nothing is removed before QUIT; then all marked messages go in one expunge. A session that
 *       ends in any other way removes nothing (RFC 1939 §6).
 *   <li>Every problem becomes its reply, its log line and its figure in {@link
 *       org.restante.pop3.Problems}; texts of the store never reach a client.
 * </ul>
 */
@NullMarked
package org.restante.pop3;

import org.jspecify.annotations.NullMarked;
