package org.restante.mailstore.schema;

/**
 * How far a migration is.
 *
 * @param format the format that it leads to
 * @param step which of its steps is under way
 * @param account this account and those of lower numbers are done
 */
public record MigrationRow(int format, int step, long account) {}
