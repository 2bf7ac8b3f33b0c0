/**
 * What letters take on the disk: compressed, once for many recipients, and after most are gone.
 *
 * <p>Invariant: figures go to standard output, a line each: a name and a number.
 */
@org.jspecify.annotations.NullMarked
package org.restante.bench.space;
