/**
 * The server's certificate: read from PEM files, made on the first start, swapped under live
 * sessions.
 *
 * <p>Invariants: a file that can't be used leaves the certificate before it in place; the private
 * key is written with mode 0600; TLS 1.2 and 1.3 only; BoringSSL where it loads, the JDK's TLS
 * otherwise.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.tls;
