/**
 * Starts Felix with the bundles of the distribution: start levels are the names of the folders.
 *
 * <p>Invariant: the bundle cache is made anew at each start, so a replaced jar never goes
 * unnoticed.
 */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.framework;
