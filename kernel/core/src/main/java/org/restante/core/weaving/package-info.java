/**
 * Weaves checkpoints into the classes of bundles in {@code deploy/} as they are loaded.
 *
 * <p>Invariants: classes of the kernel and of its libraries are never touched; what is woven leaves
 * the stack and the frames of a method as they were; a class that can't be woven is not loaded,
 * since a loop in it could not be stopped.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.weaving;
