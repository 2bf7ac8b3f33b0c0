package org.restante.rocksdb;

import java.util.Set;
import java.util.TreeSet;
import org.restante.blob.BlobId;
import org.restante.rocksdb.file.ContentFiles;
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
 * Files of contents that belong to nothing. Those of a crash have a row in DRAFTS; a loss of power
 * can leave some without, and they are looked for behind the next start.
 */
final class LeftFiles {
  private static final Logger log = LoggerFactory.getLogger(LeftFiles.class);
  private static final byte[] NONE = new byte[0];

  private final Database database;
  private final StorageNumbers numbers;
  private final FiledContents filed;

  LeftFiles(Database database, StorageNumbers numbers, FiledContents filed) {
    this.database = database;
    this.numbers = numbers;
    this.filed = filed;
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
      filed.remove(abandoned);
      filed.forget(stored);
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
    Keeping keeping = filed.keeping();
    if (!keeping.mayRemove()) {
      return false;
    }
    try {
      Set<Long> nobodys = nobodys(from);
      if (!nobodys.isEmpty()) {
        log.info("{} files of letters that were not stored yet are removed", nobodys.size());
        filed.remove(nobodys);
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
