/**
 * Who may write what the kernel trusts: bundles, configuration, keys.
 *
 * <p>Invariant: a file system without POSIX permissions is said to be one, never taken for safe.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.ownership;
