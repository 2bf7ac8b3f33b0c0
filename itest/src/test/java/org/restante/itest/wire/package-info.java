/**
 * The built distribution as a process of its own, spoken to over sockets: the plugins' transcripts,
 * the same files that their own tests play in memory.
 *
 * <p>Invariant: each transcript finds fresh accounts, and a server with the settings that its
 * listener stands for; one that moves the clock or stops the server is aborted there, not passed.
 */
@NullMarked
package org.restante.itest.wire;

import org.jspecify.annotations.NullMarked;
