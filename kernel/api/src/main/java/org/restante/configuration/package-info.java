/**
 * What every configuration in {@code etc/} has in common.
 *
 * <p>Invariant: a key that nobody reads stops its component, with one line that names it and those
 * that there are.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.configuration;
