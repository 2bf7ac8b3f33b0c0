package org.restante.testkit.corpus;

/**
 * A letter.
 *
 * @param number its number in the corpus
 * @param kind what is special about it
 * @param octets all of it
 */
@SuppressWarnings("ArrayRecordComponent") // letters are compared by their octets where that matters
public record Letter(int number, LetterKind kind, byte[] octets) {}
