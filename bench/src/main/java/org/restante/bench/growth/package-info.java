/**
 * How fast the store is, as ratios to RocksDB itself, or of a large mailbox to a small one,
 * measured in turns in one run.
 *
 * <p>Invariants: both sides of a ratio do the same work on the same disk and take turns; a ratio is
 * a median; times are of what a caller of the mail store sees.
 */
@NullMarked
package org.restante.bench.growth;

import org.jspecify.annotations.NullMarked;
