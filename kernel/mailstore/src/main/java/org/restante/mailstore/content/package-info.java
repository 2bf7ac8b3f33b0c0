/**
 * Contents of messages on their way in and out.
 *
 * <p>Invariants: octets are never changed; the index is made while they pass; what does not match
 * the size that was accepted is a {@link org.restante.refusal.DamagedMessage}, never a shorter
 * message.
 */
@NullMarked
package org.restante.mailstore.content;

import org.jspecify.annotations.NullMarked;
