/**
 * Accounts without cryptography: credentials are the passwords themselves, so that a test with
 * fifty accounts costs nothing; and the client's side of a SCRAM login. For tests only.
 */
@NullMarked
package org.restante.testkit.account;

import org.jspecify.annotations.NullMarked;
