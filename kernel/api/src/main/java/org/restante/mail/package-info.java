/**
 * The mail seam: what protocols ask of the mail of all accounts ({@link
 * org.restante.mail.MailStore}), and word of its changes.
 *
 * <p>Invariants: calls block and belong on virtual threads, never on an event loop; every mutation
 * is one durable commit that publishes its own change afterwards.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.mail;
