/**
 * Copies of the whole store, taken while it serves.
 *
 * <p>Invariants: a backup is a reading of one instant; what an earlier backup in the same directory
 * has is not copied again; a backup that was broken off is not listed.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.backup;
