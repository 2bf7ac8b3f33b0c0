package org.restante.backup;

/**
 * How far a backup, its verification or its restoring is.
 *
 * @param octets done
 * @param total to do, as far as is known; 0 while it is not
 */
public record BackupProgress(long octets, long total) {}
