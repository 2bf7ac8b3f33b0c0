/**
 * SASL mechanisms, written once for all protocols.
 *
 * <p>Invariants: a mechanism decodes, the {@link org.restante.account.Authenticator} decides;
 * without one the answer is that logins are unavailable, never that they are wrong; nobody acts for
 * somebody else.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.sasl;
