/**
 * Transcripts: a behaviour of a protocol as the conversation that shows it. The same file is played
 * in memory, on RocksDB, and over a socket against the built distribution.
 *
 * <pre>
 * # A new message is announced to a session that waits.
 * # &#64;rfc 2177 3
 * S: * OK {any}
 * C: a LOGIN user1 pass
 * S: a OK {any}
 * --- a letter comes in
 * &#64;deliver letters/short.eml to user1
 * C: b SELECT INBOX
 * S*: * 1 EXISTS
 * S*: * OK [UIDVALIDITY {validity}] {any}
 * S: b OK {any}
 * C: c FETCH 1 BODY[]
 * S: * 1 FETCH (BODY[] {=}
 * S| Subject: hello
 * S|
 * S|- no line end here
 * S: )
 * S: c OK {any}
 * </pre>
 *
 * <p>Invariants: text is literal but for placeholders in braces; a transcript without a reason and
 * an RFC section is an error; every octet of the file is kept, whatever its character set; the
 * whole format is in {@code docs/transcripts.md}.
 */
@NullMarked
package org.restante.testkit.transcript;

import org.jspecify.annotations.NullMarked;
