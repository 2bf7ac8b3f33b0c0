package org.restante.rocksdb.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.file.ContentFiles;
import org.restante.rocksdb.file.FileWork;
import org.restante.rocksdb.file.Keeping;
import org.restante.rocksdb.salvage.DamagedData;

/**
 * The contents that are files of their own, worked on where a thread may wait for the disk, and not
 * after the database was closed. Thread-safe.
 */
public final class DiskFiles {
  private final Database database;
  private final ContentFiles files;

  DiskFiles(Database database, ContentFiles files) {
    this.database = database;
    this.files = files;
  }

  /**
   * Reads, on this thread where the disk is quick.
   *
   * @throws DamagedData if a file is not what was written
   * @throws EngineException if it can't be read
   */
  public <T extends @Nullable Object> T read(String what, FileWork<T> work) {
    return database.reading(
        () -> {
          try {
            return work.on(files);
          } catch (IOException e) {
            throw Failures.ofRead(what, e);
          }
        });
  }

  /**
   * Writes, or waits for what was written.
   *
   * @throws org.restante.keyvalue.StorageFull if there is no room
   * @throws EngineException if it can't be written
   */
  public <T extends @Nullable Object> T write(String what, FileWork<T> work) {
    return database.onDiskThread(
        () -> {
          try {
            return work.on(files);
          } catch (IOException e) {
            throw Failures.ofWrite(what, e, files.isFull());
          }
        });
  }

  /** Who may remove files, and who keeps them. */
  public Keeping keeping() {
    return files.keeping();
  }

  /** The files, for who copies them while the database can't close. */
  ContentFiles files() {
    return files;
  }
}
