/**
 * Verifying passwords: Argon2id hashes, passwords for single programs, a short memory of what was
 * verified, and a brake.
 *
 * <p>Invariants: no password is kept or logged; an unknown account costs the same time as a wrong
 * password; a changed password stops working at once, since what is remembered names the hash it
 * was verified against; each login computes one hash, however many passwords the account has.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.login;
