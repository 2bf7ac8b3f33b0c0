package org.restante.rocksdb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.restante.blob.BlobId;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.file.ContentFiles;
import org.restante.rocksdb.file.GrowingFile;
import org.restante.rocksdb.file.Keeping;
import org.restante.rocksdb.salvage.DamagedData;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.RowReader;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.StoredContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of contents and the rows that go with them. A row in DRAFTS comes before its file and
 * goes after it, so that a crash leaves no file without a row; a loss of power can, and what it
 * leaves is looked for behind the next start.
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

  private void forget(Collection<Long> marked) {
    Changes changes = new Changes();
    marked.forEach(number -> changes.delete(Table.DRAFTS, Schema.number8(number)));
    database.write(changes, false);
  }

  /** What a crash left of drafts, and of removals. */
  void dropAbandoned() {
    Changes changes = new Changes();
    Set<Long> abandoned = new TreeSet<>();
    database.scan(
        Span.of(Table.DRAFTS, NONE, Schema.behind(Long.BYTES)),
        null,
        (key, value) -> {
          byte[] draft = RowReader.copy(key);
          long number = Schema.leading8(draft);
          changes.deleteRange(Table.CHUNKS, draft, Schema.number8(number + 1));
          return abandoned.add(number);
        });
    if (!abandoned.isEmpty()) {
      database.write(changes, false);
      Set<Long> stored = new TreeSet<>(abandoned);
      stored.removeIf(
          number -> !isStored(number, false)); // old rows came to light, of a damaged file
      abandoned.removeAll(stored);
      remove(abandoned);
      forget(stored);
    }
  }

  /**
   * Removes files that no row tells of. Does nothing while somebody keeps the files, and where
   * nothing can have been left since it was done before; nor where rows are lost, since then what
   * they told of is in the files only. Blocks; may take long after a long run.
   *
   * @return whether it is done
   */
  boolean prove() {
    long from = Ledger.number(database, Entry.FILES_PROVED);
    if (from >= numbers.first() || database.salvage().damage().everywhere()) {
      return true;
    }
    Keeping keeping = keeping();
    if (!keeping.mayRemove()) {
      return false;
    }
    try {
      Set<Long> nobodys = nobodys(from);
      if (!nobodys.isEmpty()) {
        log.info("{} files of letters that were not stored yet are removed", nobodys.size());
        remove(nobodys);
      }
      database.write(new Changes().set(Entry.FILES_PROVED, numbers.first()), false);
      return true;
    } finally {
      keeping.removed();
    }
  }

  /** Files of earlier runs that neither CONTENTS nor DRAFTS tell of. */
  private Set<Long> nobodys(long from) {
    Set<Long> unknown = new TreeSet<>();
    for (long number : database.files().read("contents", ContentFiles::numbers)) {
      if (number >= from
          && number < numbers.first()
          && !isStored(number, true)
          && !isDraft(number)) {
        unknown.add(number);
      }
    }
    if (!unknown.isEmpty()) {
      database.scan(
          Span.of(Table.CONTENTS, NONE, Schema.behind(BlobId.LENGTH)),
          null,
          (key, value) -> {
            StoredContent row = StoredContent.decode(RowReader.copy(value));
            if (row.isFile()) {
              unknown.remove(row.storage());
            }
            return true;
          });
    }
    return unknown;
  }

  /**
   * Whether the content that the file names has its octets there.
   *
   * @param unreadable the answer where the disk does not give it
   */
  private boolean isStored(long number, boolean unreadable) {
    try {
      return database
          .files()
          .read("contents", files -> files.trailer(number))
          .map(trailer -> database.get(Table.CONTENTS, trailer.name().octets(), null))
          .map(StoredContent::decode)
          .filter(row -> row.isFile() && row.storage() == number)
          .isPresent();
    } catch (DamagedData e) {
      log.warn("The end of file {} of a letter can't be read", number, e);
      return unreadable;
    }
  }

  private boolean isDraft(long number) {
    return database.get(Table.DRAFTS, Schema.number8(number), null) != null;
  }
}
