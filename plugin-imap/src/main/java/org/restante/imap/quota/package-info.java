/**
 * What an account uses and may use.
 *
 * <p>Invariants: each account has one quota root, named by its address; a client sees the roots of
 * others, and changes any, only where the operator names its account as an administrator.
 *
 * @rfc 9208 3
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.quota;
