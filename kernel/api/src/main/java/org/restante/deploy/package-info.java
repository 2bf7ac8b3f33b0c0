/**
 * Bundles that come and go while the server runs: what the shell and the admin API see of the
 * deploy folder.
 *
 * <p>Invariants: the folder is the truth, a jar in it is served or says why not; a bundle that is
 * refused changes nothing; a replaced bundle stays until its last session has left or its deadline
 * has passed, and then on standby for the guard time; all sessions of an account are on one
 * revision of a protocol, except for those of a canary's networks.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.deploy;
