/**
 * The event loops, shared by all listeners: native epoll where it loads, NIO otherwise.
 *
 * <p>Invariants: only types named Epoll name its classes, and only {@link
 * org.restante.core.transport.Transport} names these, so that the kernel runs where they are
 * absent; event loops never run a plugin's code.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.transport;
