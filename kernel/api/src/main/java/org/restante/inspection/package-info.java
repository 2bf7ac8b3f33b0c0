/**
 * Whether what the store keeps agrees with itself: counters with rows, quota with sizes, rows with
 * contents.
 *
 * <p>Invariants: an inspection changes nothing; a repair writes only what follows from what is
 * there.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.inspection;
