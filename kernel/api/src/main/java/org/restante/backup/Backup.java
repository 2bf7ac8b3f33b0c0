package org.restante.backup;

import java.time.Instant;

/**
 * A backup in a directory.
 *
 * @param id its number there, never used again
 * @param taken when
 * @param octets all that it needs, shared with other backups or not
 * @param files in how many files
 */
public record Backup(long id, Instant taken, long octets, int files) {}
