package org.restante.rocksdb;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.restante.rocksdb.file.ContentFile;
import org.restante.rocksdb.file.ContentFiles;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.StoredContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chunks of a content that is a file of its own; it is opened when it is first read. */
final class FileChunks implements Chunks {
  private static final Logger log = LoggerFactory.getLogger(FileChunks.class);

  private final Database database;
  private final StoredContent stored;
  private final ReentrantLock opening = new ReentrantLock();
  private @Nullable ContentFile file;

  FileChunks(Database database, StoredContent stored) {
    this.database = database;
    this.stored = stored;
  }

  @Override
  public byte[] read(int number) {
    return database.files().read("a content", files -> opened(files).chunk(number));
  }

  @Override
  public void mend(int number, BooleanSupplier proof) {
    String what = "contents/" + stored.storage() + " " + number;
    database
        .files()
        .write(
            "a damaged content",
            files -> database.salvage().mendFile(what, () -> opened(files).mend(number, proof)));
  }

  @Override
  public void close() {
    opening.lock();
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      log.debug("The file of a content was not closed", e);
    } finally {
      opening.unlock();
    }
  }

  private ContentFile opened(ContentFiles files) throws IOException {
    opening.lock();
    try {
      ContentFile open = file;
      if (open == null || !open.isOpen()) {
        open = files.open(stored.storage(), stored.octets(), stored.chunk());
        file = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }
}
