/**
 * A server's home directory: {@code etc}, {@code data}, {@code deploy}, {@code logs}, and who runs
 * there.
 *
 * <p>Invariant: a file that the operator may have changed is never overwritten.
 */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.home;
