/**
 * The mail store as plugins get it: each call under its guard.
 *
 * <p>Invariants: a plugin finds the guarded {@link org.restante.mail.MailStore} and never the one
 * behind it, nor an engine; what it opens there is known and closed when it goes; every method is
 * guarded by one rule, those that are added later too.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.store;
