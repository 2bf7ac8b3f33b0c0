package org.restante.rocksdb.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.rocksdb.file.ContentFiles;
import org.restante.rocksdb.salvage.DamagedData;
import org.restante.rocksdb.salvage.Salvage;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.ReadTier;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database. Every call passes a gate that {@link #close} closes first; behind it there is
 * only {@link org.restante.keyvalue.EngineUnavailable}, never a native call. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final long MOST_RESERVED = 64 << 20;

  private final Path directory;
  private final Salvage salvage;
  private final Native natives;
  private final RocksDB db;
  private final Map<Table, ColumnFamilyHandle> families;
  private final DiskThreads disk;
  private final LogWriter writer;
  private final Writes writes;
  private final ReadOptions waiting = new ReadOptions();
  private final ReadOptions cached = new ReadOptions().setReadTier(ReadTier.BLOCK_CACHE_TIER);
  private final WriteOptions synced = new WriteOptions().setSync(true);
  private final WriteOptions buffered = new WriteOptions();
  private final CountDownLatch drained = new CountDownLatch(1);
  private final Gate gate = new Gate(drained::countDown);
  private final CacheLuck rows = new CacheLuck(0);
  private final CacheLuck contents = new CacheLuck(31);
  private final DiskPace pace = new DiskPace();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Set<View> views = ConcurrentHashMap.newKeySet();
  private final Set<Runnable> hurries = ConcurrentHashMap.newKeySet();
  private final DiskFiles files;
  private final Footprint footprint;
  private final Flushing flushing;
  private final Recovery recovery;
  private final LogRoom logRoom;

  Database(
      Path directory,
      Native natives,
      RocksDB db,
      Map<Table, ColumnFamilyHandle> families,
      Tuning tuning,
      Salvage salvage,
      ContentFiles contentFiles) {
    this.directory = directory.toAbsolutePath().normalize();
    this.salvage = salvage;
    this.natives = natives;
    this.db = db;
    this.families = families;
    this.disk = new DiskThreads(tuning.diskThreads());
    this.writer = new LogWriter(db);
    this.writes = new Writes(disk, (changes, sync) -> apply(changes, sync ? synced : buffered));
    this.files = new DiskFiles(this, contentFiles);
    this.footprint = new Footprint(this, directory, db, natives);
    this.flushing =
        new Flushing(db, natives.statistics, List.copyOf(families.values()), family(Table.META));
    this.recovery = new Recovery(this, writer, flushing, salvage, tuning.memtable());
    this.logRoom = new LogRoom(this, writer, flushing, buffered, synced, tuning.memtable());
  }

  /** Opens the database of a directory, and makes it where there is none. */
  public static Database open(Path directory, Tuning tuning) {
    return Opening.open(directory, tuning);
  }

  /** The value of a row, or null; of a view, or as it is now. */
  public byte @Nullable [] get(Table table, byte[] key, @Nullable View view) {
    Lookup.Get lookup = new Lookup.Get(family(table), key);
    // values in blob files are in no cache: only what was written lately is in memory
    CacheLuck luck = table == Table.CHUNKS ? contents : rows;
    return inside(view, () -> mending(() -> read(lookup, view, luck)));
  }

  /** The values of rows in the order of the keys, null where there is none. */
  public List<byte @Nullable []> getMany(Table table, List<byte[]> keys, @Nullable View view) {
    return inside(
        view,
        () ->
            Objects.requireNonNull(
                mending(() -> read(new Lookup.GetMany(family(table), keys), view, rows))));
  }

  /** Visits rows on this thread; the number of rows visited. */
  public int scan(Span span, @Nullable View view, RowReader reader) {
    if (span.isEmpty()) {
      return 0;
    }
    Scan scan = new Scan(db, family(span.table()), disk, pace, reader);
    return inside(view, () -> mending(() -> scan.run(span, view)));
  }

  /**
   * Writes changes, all or nothing.
   *
   * @param sync return, and let others see them, only when they and all writes before them are on
   *     the disk; one fsync serves the writes that wait together
   */
  public void write(Changes changes, boolean sync) {
    inside(
        null,
        () -> {
          writes.write(changes, sync);
          return true;
        });
  }

  /**
   * Gives the room of removed rows back to the file system. Takes its time, and is broken off when
   * the database closes.
   */
  public void compact(Table table) {
    inside(null, () -> disk.call(() -> compactNow(family(table))));
  }

  private boolean compactNow(ColumnFamilyHandle family) {
    try {
      db.compactRange(family);
      return true;
    } catch (RocksDBException e) {
      if (closing.get()) {
        return false;
      }
      throw Failures.of("compaction", e);
    }
  }

  /** Where the tables of contents begin and end: the steps of {@link #relocate}. */
  public List<Span> steps() {
    return inside(null, () -> Relocation.steps(db));
  }

  /**
   * Moves the octets of contents that are kept out of the blob files of one step, so that files
   * with garbage in them can go. Takes a while; broken off when the database closes.
   */
  public void relocate(Span step) {
    inside(
        null, () -> disk.call(() -> new Relocation(db, family(step.table())).run(step, closing)));
  }

  /**
   * Runs where closing waits for it.
   *
   * @param hurry is run when the database is closed meanwhile, perhaps by another thread
   */
  void backUp(Consumer<RocksDB> backup, Runnable hurry) {
    hurries.add(hurry);
    try {
      inside(
          null,
          () -> {
            writer.requireSound(); // it would wait for a flush that fails
            backup.accept(db);
            return true;
          });
    } finally {
      hurries.remove(hurry);
    }
  }

  /** Reads again where what was damaged could be put right meanwhile. */
  private <T extends @Nullable Object> T mending(Supplier<T> read) {
    try {
      return read.get();
    } catch (DamagedData e) {
      if (disk.call(() -> salvage.mendRows(String.valueOf(e.getMessage())))) {
        return read.get();
      }
      throw e;
    }
  }

  /** The contents that are files of their own. */
  public DiskFiles files() {
    return files;
  }

  /** Reads from files of ours, on this thread where the disk is quick. */
  <T> T reading(Supplier<T> read) {
    boolean here = !Thread.currentThread().isVirtual() || pace.isQuick();
    return inside(null, () -> here ? pace.timed(read) : disk.call(() -> pace.timed(read)));
  }

  /** The keeper of the files. */
  public Salvage salvage() {
    return salvage;
  }

  /** The names of the sorted files that are in use. */
  Set<String> sortedFiles() {
    return inside(
        null,
        () ->
            db.getLiveFilesMetaData().stream()
                .map(file -> file.fileName().replace("/", ""))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Runs something where it may wait for the disk. */
  public <T> T onDiskThread(Supplier<T> call) {
    return inside(null, () -> disk.call(call));
  }

  /** The database as it is now. */
  public View view() {
    return inside(
        null,
        () -> {
          View view = new View(this, db.getSnapshot());
          views.add(view);
          return view;
        });
  }

  /** Makes room for the log, and begins to look whether the disk takes writes. */
  void start() {
    logRoom.make();
    recovery.start();
  }

  /** What to do where RocksDB does not recover from an error before it is opened again. */
  public void reopenBy(Runnable action) {
    recovery.reopenBy(action);
  }

  /** Whether writes are refused until the disk takes them again. */
  public boolean refusesWrites() {
    return writer.trouble() != null;
  }

  /** Whether there is too little room to compact: then there is none for more letters. */
  public boolean compactionLacksRoom() {
    return recovery.compactionLacksRoom();
  }

  /** Fails where the database is closed, for what is answered without it. */
  public void requireOpen() {
    if (closing.get()) {
      throw Failures.closed();
    }
  }

  /** Where its files are. */
  public Path directory() {
    return directory;
  }

  /** What the database takes. */
  public Footprint footprint() {
    return footprint;
  }

  /** Lets nobody in any more, waits for those who are inside, and frees everything native. */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      gate.close();
      hurries.forEach(Runnable::run);
      recovery.stop();
      salvage.stop();
      db.abortAllCompactions(); // else one that was asked for could keep us for minutes
      if (refusesWrites()) {
        db.cancelAllBackgroundWork(false); // who waits inside for a flush would wait for ever
      }
      awaitDrained();
      recovery.close();
      disk.close();
      List.copyOf(views).forEach(this::release);
      free();
    }
  }

  private void free() {
    try {
      db.syncWal();
    } catch (RocksDBException e) {
      log.warn("The end of the log is not synced", e);
    } finally {
      emptyLog();
      flushing.close();
      db.cancelAllBackgroundWork(true);
      families.values().forEach(ColumnFamilyHandle::close);
      db.close();
      Stream.of(waiting, cached, synced, buffered).forEach(RocksObject::close);
      natives.close();
      salvage.close();
    }
  }

  /** What lies in sorted files is kept twice, the log is not. */
  private void emptyLog() {
    if (refusesWrites() || !flushing.begin(false) || !flushing.await(new CountDownLatch(1))) {
      log.warn("The log in {} stays as it is, and will be read at the next start", directory);
    }
  }

  private void awaitDrained() {
    boolean interrupted = false;
    while (true) {
      try {
        drained.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // those inside would crash if we went on
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs where closing can't overtake it, or not at all if the database is closed. */
  void ifOpen(Runnable action) {
    if (gate.enter()) {
      try {
        action.run();
      } finally {
        gate.leave();
      }
    }
  }

  /** Frees a view that nobody reads any more. */
  void release(View view) {
    if (views.remove(view)) {
      view.waiting.close();
      view.cached.close();
      db.releaseSnapshot(view.snapshot);
    }
  }

  private <T extends @Nullable Object> T inside(@Nullable View view, Supplier<T> call) {
    if (!gate.enter()) {
      throw Failures.closed();
    }
    try {
      if (view == null) {
        return call.get();
      }
      view.enter();
      try {
        return call.get();
      } finally {
        view.leave();
      }
    } finally {
      gate.leave();
    }
  }

  /**
   * Reads on this thread where the disk is quick; else what is in memory, and what is not is read
   * where a thread may wait for it.
   */
  private <T> @Nullable T read(Lookup<T> lookup, @Nullable View view, CacheLuck luck) {
    ReadOptions any = view == null ? waiting : view.waiting;
    if (!Thread.currentThread().isVirtual()) {
      return fromDisk(lookup, any);
    }
    if (pace.isQuick()) {
      return lookup.isLarge() ? fromDisk(lookup, any) : inPlace(lookup, any);
    }
    if (luck.tries()) {
      try {
        T found = lookup.each(db, view == null ? cached : view.cached);
        luck.found();
        return found;
      } catch (RocksDBException e) {
        if (!Failures.notInCache(e)) {
          throw Failures.of("read", e);
        }
        luck.missed();
      }
    }
    return disk.call(() -> fromDisk(lookup, any));
  }

  private <T> @Nullable T inPlace(Lookup<T> lookup, ReadOptions options) {
    return pace.timed(
        () -> {
          try {
            return lookup.each(db, options);
          } catch (RocksDBException e) {
            throw Failures.of("read", e);
          }
        });
  }

  private <T> @Nullable T fromDisk(Lookup<T> lookup, ReadOptions options) {
    return pace.timed(
        () -> {
          try {
            return lookup.together(db, options);
          } catch (RocksDBException e) {
            throw Failures.of("read", e);
          }
        });
  }

  private void apply(List<Changes> all, WriteOptions options) {
    long octets = all.stream().mapToLong(Changes::octets).sum();
    try (WriteBatch batch = new WriteBatch((int) Math.min(octets, MOST_RESERVED))) {
      for (Changes changes : all) {
        for (Changes.Change change : changes.list()) {
          add(batch, change);
        }
      }
      writer.write(options, batch);
    } catch (RocksDBException e) {
      throw Failures.of("a batch", e);
    }
  }

  private void add(WriteBatch batch, Changes.Change change) throws RocksDBException {
    switch (change) {
      case Changes.Put put -> batch.put(family(put.table()), put.key(), put.value());
      case Changes.Delete delete -> batch.delete(family(delete.table()), delete.key());
      case Changes.DeleteRange range ->
          batch.deleteRange(family(range.table()), range.from(), range.to());
      case Changes.Add add ->
          batch.merge(family(Table.META), add.entry().key(), Schema.number(add.delta()));
    }
  }

  ColumnFamilyHandle family(Table table) {
    return Objects.requireNonNull(families.get(table));
  }
}
