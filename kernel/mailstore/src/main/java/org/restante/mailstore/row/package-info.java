/**
 * Many rows at a time.
 *
 * <p>Invariants: rows are read in pages, so that memory does not grow with what there is; visitors
 * are called outside of the engine, keep what they are given, and may write meanwhile.
 */
@NullMarked
package org.restante.mailstore.row;

import org.jspecify.annotations.NullMarked;
