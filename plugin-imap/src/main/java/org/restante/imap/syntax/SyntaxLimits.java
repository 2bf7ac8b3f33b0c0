package org.restante.imap.syntax;

/**
 * What one command may hold.
 *
 * @param literalOctets all literals of a command together, an APPEND's message not counted
 * @param skippedOctets largest refused literal that is read past; a bigger one ends the connection
 * @param nonSynchronizing largest literal that comes without an invitation (RFC 7888 §5)
 * @param ranges most ranges of a sequence set
 * @param depth most parentheses and search keys within each other
 */
public record SyntaxLimits(
    int literalOctets, long skippedOctets, long nonSynchronizing, int ranges, int depth) {}
