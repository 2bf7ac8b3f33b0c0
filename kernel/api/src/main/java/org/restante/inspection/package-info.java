/**
 * Comparing what the store counts with what it keeps: for operators, scrubs and crash tests.
 *
 * <p>Invariant: an inspection changes nothing.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.inspection;
