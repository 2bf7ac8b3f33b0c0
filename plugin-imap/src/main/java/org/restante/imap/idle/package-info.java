/**
 * IDLE.
 *
 * <p>Invariant: an idle session holds a watch and a timer, no thread and no buffer.
 *
 * @rfc 2177
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.idle;
