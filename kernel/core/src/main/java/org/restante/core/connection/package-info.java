/**
 * One client's connection: octets between a Netty channel and a session of a plugin.
 *
 * <p>Invariants: event loops only do TLS and append octets to a bounded buffer; all calls into a
 * session are turns of one {@link org.restante.core.connection.Conversation}, one at a time, on a
 * virtual thread that exists only while there is work; an idle connection holds no thread and no
 * buffer; what was read but not consumed stays here when the session moves to another revision;
 * after {@link org.restante.core.connection.Host#left} nothing here refers to the plugin any more.
 *
 * <p>Locks: Conversation's lock may be held while InboundBuffer's is taken, never the other way
 * round; no code of a plugin runs under either.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.connection;
