/**
 * What keeps one plugin from harming the others while it runs: permits, budgets, a watchdog, and a
 * breaker.
 *
 * <p>Invariants: each call into a plugin is a {@link org.restante.core.guard.RunningTurn} of its
 * {@link org.restante.core.guard.PluginGuard}; a turn that runs has one of the plugin's permits,
 * fewer than there are carriers, and gives it back while it waits for the client or for a commit; a
 * plugin that is stopped runs no further than to the next checkpoint, gets nothing of the store,
 * and is never started again by itself.
 *
 * <p>Locks: a turn's monitor guards its state only, and nobody waits in it. A plugin's thread is
 * interrupted only while it runs the plugin's own code: an interrupted thread in the store would
 * close files that all share.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.guard;
