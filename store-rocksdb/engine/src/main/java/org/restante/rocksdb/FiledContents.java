package org.restante.rocksdb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.restante.blob.BlobId;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.file.ContentFiles;
import org.restante.rocksdb.file.GrowingFile;
import org.restante.rocksdb.file.Keeping;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.StoredContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of contents and the rows that go with them. A row in DRAFTS comes before its file and
 * goes after it, so that a crash leaves no file without a row.
 */
final class FiledContents {
  private static final Logger log = LoggerFactory.getLogger(FiledContents.class);
  private static final byte[] NONE = new byte[0];

  private final Database database;
  private final StorageNumbers numbers;
  private final int chunk;

  FiledContents(Database database, StorageNumbers numbers, int chunk) {
    this.database = database;
    this.numbers = numbers;
    this.chunk = chunk;
  }

  /** Who may remove files, and who keeps them. */
  Keeping keeping() {
    return database.files().keeping();
  }

  /** Begins the file of a draft; a number whose file is there already is passed over. */
  GrowingFile begin() {
    Optional<GrowingFile> begun = Optional.empty();
    while (begun.isEmpty()) {
      long number = numbers.take();
      database.write(new Changes().put(Table.DRAFTS, Schema.number8(number), NONE), false);
      begun = database.files().write("a new file", files -> created(files, number));
      if (begun.isEmpty()) {
        forget(List.of(number));
      }
    }
    return begun.get();
  }

  private Optional<GrowingFile> created(ContentFiles files, long number) throws IOException {
    try {
      return Optional.of(files.create(number, chunk));
    } catch (FileAlreadyExistsException e) {
      return Optional.empty();
    }
  }

  /** Adds chunks to a draft's file. */
  void append(GrowingFile file, byte[] octets, int length) {
    database
        .files()
        .write(
            "the file of a draft",
            files -> {
              file.append(octets, length);
              return true;
            });
  }

  /** The last chunk of a draft's file, which was short and is not in it any more. */
  byte[] takeBack(GrowingFile file) {
    return database.files().write("the file of a draft", files -> file.takeBack());
  }

  /** A chunk of a draft's file. */
  byte[] read(GrowingFile file, int number) {
    return database.files().read("the file of a draft", files -> file.read(number));
  }

  /** Ends a draft's file; it is on the disk then. */
  void seal(GrowingFile file, BlobId name) {
    database
        .files()
        .write(
            "the file of a draft",
            files -> {
              file.seal(name);
              return true;
            });
  }

  /** Removes a draft's file; where that fails the next start finds the row in DRAFTS. */
  void abandon(GrowingFile file) {
    try {
      database
          .files()
          .write(
              "the file of a draft",
              files -> {
                file.abandon();
                return true;
              });
      forget(List.of(file.number()));
    } catch (EngineException e) {
      log.debug("The file of a draft is removed at the next start", e);
      close(file);
    }
  }

  private static void close(GrowingFile file) {
    try {
      file.close();
    } catch (IOException e) {
      log.debug("The file of a draft was not closed", e);
    }
  }

  /** Adds to the changes that remove a content what its file needs. */
  static void mark(Changes changes, StoredContent content) {
    changes.put(Table.DRAFTS, Schema.number8(content.storage()), NONE);
  }

  /** Removes files, which are marked on the disk. */
  void remove(Collection<Long> marked) {
    if (!marked.isEmpty()) {
      database
          .files()
          .write(
              "the removal of contents",
              files -> {
                for (long number : marked) {
                  files.delete(number);
                }
                files.forceRemovals(); // else one could be back, and no row would tell of it
                return true;
              });
      forget(marked);
    }
  }

  /** Takes the marks away of files that are not there, or that stay. */
  void forget(Collection<Long> marked) {
    Changes changes = new Changes();
    marked.forEach(number -> changes.delete(Table.DRAFTS, Schema.number8(number)));
    database.write(changes, false);
  }
}
