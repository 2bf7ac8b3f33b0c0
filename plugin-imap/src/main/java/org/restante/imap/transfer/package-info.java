/**
 * Messages on their way to another mailbox, or out of this one.
 *
 * <p>Invariant: what a transfer did is one commit of the store; the client learns of removed
 * messages only from the sync point that follows.
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.transfer;
