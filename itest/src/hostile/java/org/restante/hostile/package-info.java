/**
 * A protocol that harms whom it can, for {@code ./check swap-hostile}: compiled there, never
 * shipped. Each command is one kind of harm.
 *
 * <p>Invariant: nothing here is harmful outside of the process that runs it.
 */
@org.jspecify.annotations.NullMarked
package org.restante.hostile;
