package org.restante.rocksdb.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.restante.rocksdb.Quantity;

/**
 * The settings of backups; {@link BackupConfiguration} says what each is for.
 *
 * @param directory of scheduled backups, as configured; empty: there are none
 * @param interval from one to the next
 * @param keep how many are kept
 * @param verify whether they are read back
 * @param rate octets a second; 0: no limit
 */
record BackupSettings(
    Optional<Path> directory, Duration interval, int keep, boolean verify, long rate) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /** Checks the bounds. */
  BackupSettings {
    if (interval.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("interval must be 1m or longer");
    }
    if (keep < 1) {
      throw new IllegalArgumentException("keep must be 1 or more");
    }
  }

  /** What holds where nothing is configured. */
  static BackupSettings defaults() {
    return new BackupSettings(Optional.empty(), Duration.ofHours(24), 7, true, 64 << 20);
  }

  static BackupSettings of(BackupConfiguration configured) {
    String directory = configured.directory().strip();
    return new BackupSettings(
        directory.isEmpty() ? Optional.empty() : Optional.of(Path.of(directory)),
        Quantity.time("interval", configured.interval()),
        configured.keep(),
        configured.verify(),
        Quantity.octets("rate", configured.rate()));
  }
}
