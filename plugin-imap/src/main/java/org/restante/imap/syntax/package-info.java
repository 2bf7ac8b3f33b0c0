/**
 * IMAP's formal syntax: a reader over a command's lines and literals, a writer of responses, and
 * the small values that many commands share.
 *
 * <p>Invariants: reading throws nothing but {@link org.restante.imap.syntax.SyntaxError} and {@link
 * org.restante.imap.syntax.LiteralTooBig}; a command's announced literals are always consumed, so
 * that the next line is the next command; neither side holds more than one line, one literal of
 * limited size, or one buffer.
 *
 * @rfc 3501 9
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.syntax;
