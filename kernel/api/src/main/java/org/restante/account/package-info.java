/**
 * Accounts: who owns mail here, under which addresses, in which domains, with which quota, and how
 * a login is verified.
 *
 * <p>Invariants: an address has one account at most, whether as its primary address or as an alias;
 * an account's number is never used again; a password is nowhere, only its hash.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.account;
