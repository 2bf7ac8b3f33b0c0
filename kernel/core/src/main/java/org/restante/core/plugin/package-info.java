/**
 * Which plugin serves which connection: revisions of plugins, connections that wait for one, and
 * sessions that move from one revision to the next.
 *
 * <p>Invariants: a revision gets connections only after its health check passed; of several, the
 * highest bundle version (then the newest service) gets the new ones, unless it is being replaced
 * or is a canary, which gets those of its audience; connections that wait are served in the order
 * in which they came; a revision that goes away has no session left when {@link
 * org.restante.core.plugin.PluginTable} returns from its unbinding, and nothing of the kernel
 * refers to it any more.
 *
 * <p>Locks: the table's lock is never held while a plugin or a connection is called.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.plugin;
