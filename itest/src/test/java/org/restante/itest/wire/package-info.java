/**
 * The built distribution as a process of its own, spoken to over sockets: the plugins' transcripts,
 * the same files that their own tests play in memory.
 *
 * <p>Invariant: each transcript finds fresh accounts; a transcript that asks for settings which the
 * shipped configuration has not is aborted, not passed.
 */
@NullMarked
package org.restante.itest.wire;

import org.jspecify.annotations.NullMarked;
