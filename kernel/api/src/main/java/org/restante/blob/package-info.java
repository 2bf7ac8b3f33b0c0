/**
 * Contents of letters by name, each kept once. A seam of its own, so that an engine may put
 * contents elsewhere than rows.
 *
 * <p>Invariants: contents never change; a content that is linked, held by an open draft or open for
 * reading is never collected.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.blob;
