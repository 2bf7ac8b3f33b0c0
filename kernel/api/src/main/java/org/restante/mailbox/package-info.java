/**
 * The mail seam: mailboxes, their snapshots, views and changes ({@link
 * org.restante.mailbox.MailStore}).
 *
 * <p>Invariants: calls block and belong on virtual threads, never on an event loop; every mutation
 * is one durable commit that publishes its own change afterwards; ids and UIDs are never reused.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.mailbox;
