/**
 * The contract that every {@link org.restante.mail.MailStore} and its {@link
 * org.restante.account.AccountDirectory} pass, on whatever engine.
 *
 * <p>Invariants: a contract test says only what the javadoc of the mail seam promises; commits of
 * it are small enough for an engine of narrow limits.
 */
@NullMarked
package org.restante.testkit.mail;

import org.jspecify.annotations.NullMarked;
