/**
 * Whether what the store keeps agrees with itself: counters with rows, quota with sizes, rows with
 * contents.
 *
 * <p>Invariant: an inspection changes nothing.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.inspection;
