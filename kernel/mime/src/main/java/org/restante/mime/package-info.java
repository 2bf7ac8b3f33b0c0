/**
 * A letter by offset: where its parts, headers and bodies are, and what its fields say of it.
 *
 * <p>Invariants: every sequence of octets is a letter and gets an index; the index depends on the
 * octets only, never on how they were split when written; a part's range lies inside its parent's;
 * the octets themselves are never changed or kept.
 */
@NullMarked
@Version("1.0.0")
package org.restante.mime;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
