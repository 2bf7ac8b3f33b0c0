/**
 * The mail store beside a plain model of the same mail, for a long time, on a real engine.
 *
 * <p>Invariants: the operations, the model and the comparison are the testkit's; the same seed,
 * number and engine give the same run; the first difference ends it with a message that names the
 * step and the seed.
 */
@NullMarked
package org.restante.bench.model;

import org.jspecify.annotations.NullMarked;
