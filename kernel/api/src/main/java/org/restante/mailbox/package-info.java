/**
 * Mailboxes: their names, their counters, and consistent readings of them.
 *
 * <p>Invariants: views and snapshots are of one instant; ids and UIDs are never reused.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.mailbox;
