/**
 * FETCH, from top to bottom: {@link org.restante.imap.fetch.Fetch} reads and runs the command,
 * {@link org.restante.imap.fetch.FetchItem} is what can be asked for, {@link
 * org.restante.imap.fetch.FetchResponse} answers for one message. Parts of letters are in {@link
 * org.restante.imap.section}, their first words in {@link org.restante.imap.preview}.
 *
 * <p>Invariants: flags and UIDs are answered from the view, without reading a message; content
 * streams from the store to the client, never more than a buffer at a time.
 *
 * @rfc 3501 6.4.5
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.fetch;
