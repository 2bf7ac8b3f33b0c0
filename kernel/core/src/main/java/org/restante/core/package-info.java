/**
 * The kernel at work: it owns sockets, connections and threads, and hands them to protocol plugins.
 */
@NullMarked
package org.restante.core;

import org.jspecify.annotations.NullMarked;
