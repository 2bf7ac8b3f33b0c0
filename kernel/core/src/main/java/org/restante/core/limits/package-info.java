/**
 * Limits that hold for all listeners (PID {@code org.restante.core.limits}).
 *
 * <p>Invariant: what is not configured has a default in code; nothing is unlimited.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.limits;
