/**
 * Accounts: who owns mail here, under which addresses, with which quota, and how a login is
 * verified.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.account;
