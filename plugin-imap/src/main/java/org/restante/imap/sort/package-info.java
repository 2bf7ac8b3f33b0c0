/**
 * SORT: {@link org.restante.imap.sort.Sort} reads and runs the command, {@link
 * org.restante.imap.sort.SortKey} is what can be sorted by.
 *
 * <p>Invariants: messages are found as SEARCH finds them; equal ones stay in the order of the
 * mailbox; texts compare by i;unicode-casemap; a letter's content is never read.
 *
 * @rfc 5256
 * @rfc 5957
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.sort;
