/**
 * SEARCH: {@link org.restante.imap.search.Search} reads and runs the command, {@link
 * org.restante.imap.search.SearchKeySyntax} reads keys, {@link org.restante.imap.search.SearchKey}
 * is what they mean, {@link org.restante.imap.search.SearchPlan} orders them by what they cost,
 * {@link org.restante.imap.search.Finder} looks, and {@link org.restante.imap.search.ResultOptions}
 * says what is told of the results. SORT and THREAD find by the same means.
 *
 * <p>Invariants: flags, numbers and UIDs are answered from the view, sizes and dates from rows,
 * envelope fields from the index; a letter's text is read only where a key asks for it, streaming.
 *
 * @rfc 3501 6.4.4
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.search;
