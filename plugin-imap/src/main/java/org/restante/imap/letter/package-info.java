/**
 * A stored message while a command looks into it ({@link org.restante.imap.letter.OpenLetter}), and
 * what finding, sorting and threading compare: texts ({@link org.restante.imap.letter.Casemap}),
 * subjects, dates, message ids, and the names of letters and conversations.
 *
 * <p>Invariants: nothing of a message is read before it is needed; what is said of a letter follows
 * from its octets and its INTERNALDATE alone, so it is the same in every mailbox and for ever.
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.letter;
