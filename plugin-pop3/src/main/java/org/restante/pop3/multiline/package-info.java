/**
 * Multi-line responses and what octets a client gets from them.
 *
 * <p><b>Octet for octet.</b> A letter is sent as it is stored. A client that takes a line to end at
 * CRLF (RFC 1939 §3), undoes the byte-stuffing and keeps the line ends gets exactly the octets
 * whose number LIST gave, bare CR and bare LF included, with two remarks:
 *
 * <ul>
 *   <li>The response ends with CRLF "." CRLF. Where the letter itself does not end in CRLF, that
 *       first CRLF is the framing's: the client gets the letter and this line end, and LIST does
 *       not count it.
 *   <li>A "." alone between a bare LF and the next line end is the end of the response for the many
 *       clients that take LF for a line end: they would read the rest of the letter as our replies,
 *       and a letter could so lie to them or never be got past. This one dot is stuffed too. A
 *       strict client gets one "." more than the letter has, in a place where no honest letter has
 *       anything.
 * </ul>
 */
@NullMarked
package org.restante.pop3.multiline;

import org.jspecify.annotations.NullMarked;
