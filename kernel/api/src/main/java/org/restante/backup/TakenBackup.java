package org.restante.backup;

/**
 * A backup that was just taken.
 *
 * @param backup what it is
 * @param copied octets that had to be copied: the rest was there already
 */
public record TakenBackup(Backup backup, long copied) {}
