/**
 * What an IMAP server may say: a recognizer of responses, written from the formal syntax of RFC
 * 9051 §9 and of the extensions, without a line of the server's own code.
 *
 * <p>Invariants: nothing is skipped to resynchronise, the first octet outside the grammar is an
 * error that says where; words that no RFC here defines are outside; octets above 127 are outside
 * strings until the session has said ENABLED for UTF-8 (RFC 6855 §3). One thing is let pass that
 * RFC 9051 has not: a NUL in the content of a letter that came with one.
 */
@NullMarked
package org.restante.bench.reply;

import org.jspecify.annotations.NullMarked;
