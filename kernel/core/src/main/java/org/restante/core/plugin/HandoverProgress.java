package org.restante.core.plugin;

/**
 * How far a hand-over is.
 *
 * @param moved sessions that the next revision goes on with
 * @param waiting sessions that have not left yet
 * @param deferred sessions that could not move when they were asked first
 * @param dropped sessions that had to end
 */
public record HandoverProgress(int moved, int waiting, int deferred, int dropped) {}
