/**
 * A load generator that speaks IMAP over plain TCP to any server, and measures several in turns.
 *
 * <p>A {@link Workload} is one small class and one row of {@link Workloads}. What it prepares is
 * not timed; what it times is done to each server in turn, with the same letters and the same
 * commands.
 *
 * <p>Invariants: a rate is that of whole operations, answered with OK; any other answer ends the
 * run. The server's CPU is that of its whole process tree, ended children included, over the timed
 * part alone.
 */
@NullMarked
package org.restante.bench.imap;

import org.jspecify.annotations.NullMarked;
