/**
 * What is in the engine: keys and values of every row, drawn octet by octet in {@link
 * org.restante.mailstore.schema.Schema}.
 *
 * <p>Invariants: all keys of this bundle are made here and nowhere else; a change of a drawing is a
 * new {@link org.restante.mailstore.schema.Schema#FORMAT}; data of a newer format is refused.
 */
@NullMarked
package org.restante.mailstore.schema;

import org.jspecify.annotations.NullMarked;
