/**
 * What was removed and is kept for some time: expunged messages, deleted mailboxes and accounts,
 * and how they come back.
 *
 * <p>Invariants: what is retained counts for no quota and is in no mailbox; it comes back with its
 * flags, dates and content; after its time it is gone, by itself.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.retention;
