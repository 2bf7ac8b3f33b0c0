/**
 * Messages: flags, UID sets, content, and the outcomes of operations on sets of messages.
 *
 * <p>Invariant: the size of a message is the number of octets of its content, everywhere.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.message;
