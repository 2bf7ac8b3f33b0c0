/**
 * The command line: starts the framework and talks to a running server through its admin API.
 *
 * <p>Invariant: nothing here knows mail; a command does one request or starts one process.
 */
@org.jspecify.annotations.NullMarked
package org.restante.launcher;
