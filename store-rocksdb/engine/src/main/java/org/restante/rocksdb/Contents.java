package org.restante.rocksdb;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;
import org.restante.blob.BlobStore;
import org.restante.blob.LinkVisitor;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.RowReader;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.StoredContent;

/** The blob store on the tables CHUNKS, CONTENTS, LINKS, GARBAGE and DRAFTS, and on files. */
final class Contents implements BlobStore {
  private final Database database;
  private final RocksSettings settings;
  private final InstantSource clock;
  private final EngineMeters meters;
  private final Holds holds = new Holds();
  private final Ledger ledger;
  private final StorageNumbers numbers;
  private final FiledContents filed;
  private final LeftFiles left;
  private final Room room;
  private final Reclamation reclamation;
  private final WindowMemory windows = new WindowMemory(Runtime.getRuntime().maxMemory());

  Contents(Database database, RocksSettings settings, InstantSource clock, EngineMeters meters) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    this.ledger = new Ledger(database);
    this.numbers = new StorageNumbers(database);
    this.filed = new FiledContents(database, numbers, settings.chunk());
    this.left = new LeftFiles(database, numbers, filed);
    this.reclamation = new Reclamation(database, meters);
    this.room = new Room(database, settings.reserve());
  }

  @Override
  public BlobDraft draft(long expected) {
    database.requireOpen();
    return new StreamedDraft(this, expected);
  }

  @Override
  public BlobContent open(BlobId blob) {
    Hold hold = holds.take(blob);
    try {
      return open(hold);
    } catch (RuntimeException e) {
      holds.give(hold);
      throw e;
    }
  }

  private BlobContent open(Hold hold) {
    long stamp = hold.lock().writeLock();
    try {
      database.requireOpen();
      StoredContent stored = find(hold.blob());
      byte[] pending = hold.pending();
      BlobContent content;
      if (stored != null) { // first: what is pending under its name was not compared with it yet
        content = new OpenContent(this, hold, stored.octets(), octets(hold.blob(), stored));
      } else if (pending != null) {
        content = new PendingContent(this, hold, pending);
      } else {
        throw new NoSuchBlob(hold.blob());
      }
      hold.pin();
      return content;
    } finally {
      hold.lock().unlockWrite(stamp);
    }
  }

  @Override
  public BlobProof proof(BlobId blob) {
    return new ContentProof(blob);
  }

  @Override
  public void links(LinkVisitor visitor) {
    database.scan(
        Span.of(Table.LINKS, new byte[0], Schema.behind(BlobId.LENGTH + 2 * Long.BYTES)),
        null,
        (key, about) -> {
          byte[] link = RowReader.copy(key);
          return visitor.link(
              Schema.linkBlob(link),
              Schema.linkAccount(link),
              Schema.linkOwner(link),
              RowReader.copy(about));
        });
  }

  @Override
  public long collect(Duration grace) {
    database.requireOpen();
    long start = System.nanoTime();
    Collection collection = new Collection(this);
    long reclaimed = collection.run(grace);
    meters.collected(System.nanoTime() - start);
    reclamation.after(collection.ofChunks());
    return reclaimed;
  }

  /** No more work of its own from now on. */
  void stop() {
    reclamation.stop();
  }

  @Override
  public BlobFigures figures() {
    return ledger.figures();
  }

  /** The row of a stored content. */
  @Nullable StoredContent find(BlobId blob) {
    byte[] row = database.get(Table.CONTENTS, blob.octets(), null);
    return row == null ? null : StoredContent.decode(row);
  }

  /** What is refused has the name of a content with other octets: nobody makes it by chance. */
  static EngineException nameTaken(BlobId blob) {
    return new EngineException("another content has the name " + blob, null);
  }

  /** Adds the chunks of octets, which nobody changes any more; the last one may be short. */
  void putChunks(Changes changes, long storage, byte[] octets) {
    int chunk = settings.chunk();
    for (int at = 0, number = 0; at < octets.length; at += chunk, number++) {
      int end = Math.min(octets.length, at + chunk);
      boolean whole = at == 0 && end == octets.length;
      byte[] value = whole ? octets : Arrays.copyOfRange(octets, at, end);
      changes.put(Table.CHUNKS, Schema.chunk(storage, number), value);
    }
  }

  /** Adds the removal of a content's chunks. */
  static void deleteChunks(Changes changes, long storage, int chunks) {
    for (int number = 0; number < chunks; number++) {
      changes.delete(Table.CHUNKS, Schema.chunk(storage, number));
    }
  }

  Database database() {
    return database;
  }

  RocksSettings settings() {
    return settings;
  }

  EngineMeters meters() {
    return meters;
  }

  Holds holds() {
    return holds;
  }

  Ledger ledger() {
    return ledger;
  }

  StorageNumbers numbers() {
    return numbers;
  }

  FiledContents filed() {
    return filed;
  }

  LeftFiles left() {
    return left;
  }

  /** The octets of a stored content. */
  StoredOctets octets(BlobId blob, StoredContent stored) {
    Chunks chunks =
        stored.isFile() ? new FileChunks(database, stored) : new RowChunks(database, blob, stored);
    return new StoredOctets(blob, stored, chunks);
  }

  Room room() {
    return room;
  }

  WindowMemory windows() {
    return windows;
  }

  /** Now, in milliseconds; never 0, which means linked. */
  long now() {
    return Math.max(1, clock.millis());
  }
}
