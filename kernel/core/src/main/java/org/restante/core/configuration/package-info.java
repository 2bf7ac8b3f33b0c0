/**
 * What all configurations of the kernel share: unknown keys fail loudly, and the name of this
 * machine.
 *
 * <p>Invariant: a key that nobody reads stops its component with one line that names it.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.configuration;
