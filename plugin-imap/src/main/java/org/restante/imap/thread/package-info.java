/**
 * THREAD: {@link org.restante.imap.thread.Threading} reads and runs the command, {@link
 * org.restante.imap.thread.Algorithm} says how, {@link org.restante.imap.thread.References} does
 * the harder one, {@link org.restante.imap.thread.ThreadsResponse} writes the trees.
 *
 * <p>Invariants: messages are found as SEARCH finds them; trees have no loops whatever letters say
 * of each other; nothing here recurses, since letters decide how deep a tree is.
 *
 * @rfc 5256
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.thread;
