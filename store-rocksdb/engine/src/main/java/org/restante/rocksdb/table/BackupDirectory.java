package org.restante.rocksdb.table;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.file.ContentCopies;
import org.restante.rocksdb.file.ContentFiles;
import org.rocksdb.BackupEngine;
import org.rocksdb.BackupEngineOptions;
import org.rocksdb.Env;
import org.rocksdb.RateLimiter;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * A directory of RocksDB's backup engine, open. For one thread at a time, and one process.
 *
 * <p>Files of tables and blobs are in {@code shared_checksum}, each once for all backups that have
 * it; what only one backup has is in {@code private/ID}; {@code meta/ID} is written then and lists
 * the files of a backup with their checksums. Contents that are files of their own come last
 * ({@link ContentCopies}): {@code meta/ID} tells that they belong to it, and without their list it
 * is none.
 */
public final class BackupDirectory implements AutoCloseable {
  /** More than disks give; RocksDB makes a buffer for what the limit lets through in a period. */
  private static final long UNLIMITED = 1L << 30;

  private static final long PERIOD_MICROS = 10_000;

  private final RateLimiter limiter;
  private final BackupEngineOptions options;
  private final BackupEngine engine;
  private final ContentCopies contents;

  /**
   * A backup.
   *
   * @param id its number
   * @param taken when, s since 1970
   * @param octets of all its files
   * @param files how many
   */
  public record Entry(int id, long taken, long octets, int files) {}

  private BackupDirectory(Path directory, long rate) throws RocksDBException {
    this.limiter =
        new RateLimiter(rate == 0 ? UNLIMITED : Math.min(rate, UNLIMITED), PERIOD_MICROS);
    this.options =
        new BackupEngineOptions(directory.toString())
            .setShareTableFiles(true)
            .setShareFilesWithChecksum(true)
            .setBackupRateLimiter(limiter)
            .setSync(true);
    this.engine = BackupEngine.open(Env.getDefault(), options);
    this.contents = new ContentCopies(directory);
  }

  /**
   * Opens a directory that exists, and makes it one of backups.
   *
   * @param rate octets a second that a backup copies at most; 0: as many as it can
   */
  public static BackupDirectory open(Path directory, long rate) {
    RocksDB.loadLibrary();
    try {
      return new BackupDirectory(directory, rate);
    } catch (RocksDBException e) {
      throw Failures.of("can't open the backups in " + directory, e);
    }
  }

  /** The backups that are whole by their files' sizes, oldest first. */
  public List<Entry> list() {
    return engine.getBackupInfo().stream()
        .map(info -> new Entry(info.backupId(), info.timestamp(), info.size(), info.numberFiles()))
        .toList();
  }

  /**
   * Takes a backup. Memtables are flushed first, so that little of the log has to be copied. A
   * database that is closed meanwhile waits for it; it goes on without a limit then.
   */
  public void take(Database database) {
    ContentFiles files = database.files().files();
    files.keeping().begin(); // what the database tells of is there until it is copied
    try {
      database.backUp(db -> take(db, files), () -> limiter.setBytesPerSecond(UNLIMITED));
    } finally {
      files.keeping().end();
    }
  }

  private void take(RocksDB db, ContentFiles files) {
    try {
      engine.createNewBackupWithMetadata(db, ContentCopies.MARK, true);
      contents.take(list().getLast().id(), files, limiter::request);
    } catch (RocksDBException e) {
      throw Failures.of("backup", e);
    } catch (IOException e) {
      throw new EngineException("backup: " + e, e);
    }
  }

  /** Removes all but the newest, and files that no backup has. */
  public void purge(int newest) {
    try {
      engine.purgeOldBackups(newest);
      engine.garbageCollect();
      contents.keep(list().stream().map(entry -> (long) entry.id()).collect(toUnmodifiableSet()));
    } catch (RocksDBException e) {
      throw Failures.of("removal of old backups", e);
    } catch (IOException e) {
      throw new EngineException("removal of old backups: " + e, e);
    }
  }

  @Override
  public void close() {
    engine.close();
    options.close();
    limiter.close();
  }
}
