/**
 * The deployer: jars in {@code deploy/} become bundles that serve, side by side with what they
 * replace.
 *
 * <p>Invariants: a bundle is installed from a copy under a location of its file's name and its
 * content's hash, so that a file may be overwritten at any time; what serves is replaced only after
 * the next one resolved, registered its service and passed its health check; the replaced one stays
 * active until its last session has left or the drain time is over, then on standby for the guard
 * time, and is then uninstalled and its classes are let go; the folder holds what would serve after
 * a restart; all steps for one symbolic name happen under its {@link
 * org.restante.core.deploy.Slot}'s lock.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.deploy;
