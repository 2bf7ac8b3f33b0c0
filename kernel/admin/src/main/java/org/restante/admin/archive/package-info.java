/**
 * Export and import of one account as an archive (docs/archive-format.md), streamed in both
 * directions.
 *
 * <p>Invariants: an exported letter was read whole and has the digest of its name before its first
 * octet is sent; a letter that can't be read is named and left out, and the export goes on; an
 * import may be repeated: what is there already is passed over.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.archive;
