/**
 * The protocol seam: what a protocol bundle offers to the kernel ({@link
 * org.restante.protocol.ProtocolPlugin}) and what it gets from it ({@link
 * org.restante.protocol.Connection}).
 *
 * <p>Invariants: sockets, TLS, threads, timers and meters are the kernel's; all calls into one
 * session come one at a time; between two calls a session holds no thread; a session may be
 * suspended at any command boundary and resumed by another revision of its plugin on the same
 * connection, in the newest version of the state that both have ({@link
 * org.restante.protocol.state}).
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.protocol;
