/**
 * A mail store beside a plain model of the same mail: random operations on both, and a comparison
 * of what they say and hold.
 *
 * <p>Invariants: the model is maps and loops, and knows nothing of rows; it says for each operation
 * what has to come out, refusals too, and the first thing that is different ends the run with the
 * number of the step; the same seed gives the same operations. One thread at a time for each {@link
 * org.restante.testkit.model.ModelRun}; several of them may share a store.
 */
@NullMarked
package org.restante.testkit.model;

import org.jspecify.annotations.NullMarked;
