/**
 * The directory of accounts: who there is, under which address, with which credential and limits.
 *
 * <p>Invariants: an account is there when its row in the system partition is; its own partition is
 * made before that and removed after it, so that every account that can be found can be used;
 * account ids only rise; addresses are kept in lower case.
 */
@NullMarked
package org.restante.mailstore.directory;

import org.jspecify.annotations.NullMarked;
