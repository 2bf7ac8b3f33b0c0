package org.restante.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes and keeps backups of an engine, each incremental to the others in its directory. A service
 * of engines that can do it. Thread-safe; calls block, and one at a time runs per directory.
 */
@ProviderType
public interface Backups {

  /** Copies what the directory does not have yet. Writers go on meanwhile. */
  TakenBackup take(Path directory, Consumer<BackupProgress> progress);

  /** The backups of a directory, oldest first; none where there is no such directory. */
  List<Backup> list(Path directory);

  /**
   * Reads every octet of a backup and compares it with its checksum.
   *
   * @return what is wrong, a line each; empty where it can be restored
   */
  List<String> verify(Path directory, long backup, Consumer<BackupProgress> progress);

  /** Removes all but the newest backups, and what only they needed. */
  void keep(Path directory, int newest);
}
