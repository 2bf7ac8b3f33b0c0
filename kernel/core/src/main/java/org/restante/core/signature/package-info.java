/**
 * Whose bundles are taken: jars signed by a certificate in {@code etc/trusted}.
 *
 * <p>Invariants: without a certificate everything is taken; with one, a jar is taken only if every
 * file of it is signed whole by one of the certificates; what is verified are the octets that are
 * installed, seen as the framework sees them, by the jar's central directory.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.signature;
