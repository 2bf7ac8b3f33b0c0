/**
 * What operators use: logins of accounts, the HTTP admin API, shell commands, the log of the
 * framework.
 *
 * <p>Invariant: everything an operator can do is in the API; command line and shell only ask it, or
 * the same services.
 */
@NullMarked
package org.restante.admin;

import org.jspecify.annotations.NullMarked;
