package org.restante.rocksdb.backup;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code org.restante.store.rocksdb.backup.config}. */
@ObjectClassDefinition(
    name = "Backups of the RocksDB engine",
    description = "When backups are taken by themselves, where, and how many are kept.")
public @interface BackupConfiguration {

  /** Where backups are taken by themselves; empty: nowhere. */
  @AttributeDefinition(
      name = "Directory",
      description = "Of scheduled backups; relative to restante.home. Empty: there are none.")
  String directory() default "";

  /** From one scheduled backup to the next. */
  @AttributeDefinition(name = "Interval", description = "From one scheduled backup to the next.")
  String interval() default "24h";

  /** Scheduled backups that are kept. */
  @AttributeDefinition(name = "Keep", description = "How many of the newest backups are kept.")
  int keep() default 7;

  /** Whether a scheduled backup is read back before older ones are removed. */
  @AttributeDefinition(name = "Verify", description = "Read each scheduled backup back.")
  boolean verify() default true;

  /** Octets that any backup copies in a second; 0B: as many as it can. */
  @AttributeDefinition(
      name = "Rate",
      description = "Octets that a backup copies in a second at most; 0B: no limit.")
  String rate() default "64MiB";
}
