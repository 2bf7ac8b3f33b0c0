/**
 * SMTP, submission and LMTP as a protocol plugin: sessions, one record for each command, the
 * command table.
 *
 * <p>A listener's role says what is done there ({@link org.restante.smtp.Role}). Mail is delivered
 * to accounts of this server only; nothing is ever relayed.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A positive reply to the end of a letter is said after the durable commit, never before.
 *   <li>DATA ends at CRLF "." CRLF and at nothing else. Bare CR and bare LF are octets of the
 *       letter: they are kept as they came, and a "." beside them ends nothing, so that one letter
 *       can't be taken for two (RFC 5321 §4.1.1.4, §2.3.8).
 *   <li>A letter is kept octet for octet; what this server adds stands in front of it.
 *   <li>Every problem becomes its reply, its log line and its figure in {@link
 *       org.restante.smtp.Problems}; texts of the store never reach a client.
 * </ul>
 *
 * <p>How one reply can be honest for several recipients: see {@link org.restante.smtp.delivery}.
 */
@NullMarked
package org.restante.smtp;

import org.jspecify.annotations.NullMarked;
