/**
 * Ports: one component for each {@code org.restante.core.listener-NAME.config}.
 *
 * <p>Each is a service {@link org.restante.protocol.ListeningPort} with the properties {@code
 * restante.listener.name}, {@code .protocol}, {@code .role}, {@code .address} and {@code .port}
 * (the real one, where any was asked for).
 *
 * <p>Invariants: a port stays bound whether its plugin is there or not; what can't be bound or is
 * misconfigured says so in one line with the cure; a connection beyond a limit is told so and
 * counted, and loopback clients are not limited by address.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.listener;
