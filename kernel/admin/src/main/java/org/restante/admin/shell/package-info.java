/**
 * Commands for those who live in the OSGi shell (scope {@code restante}), and the shell over HTTP.
 *
 * <p>Invariants: a command asks the services that the pages ask and decides nothing itself; the
 * number of conversations and the output of a line are bounded.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.shell;
