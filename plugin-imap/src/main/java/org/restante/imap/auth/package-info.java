/**
 * How a client shows who it is, and makes the connection safe for that.
 *
 * <p>Invariant: where the operator does not allow a password in clear, none is asked for or
 * verified before TLS.
 *
 * @rfc 3501 6.2
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.auth;
