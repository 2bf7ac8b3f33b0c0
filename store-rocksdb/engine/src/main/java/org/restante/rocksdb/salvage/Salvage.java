package org.restante.rocksdb.salvage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.keyvalue.Damage;
import org.restante.keyvalue.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the files of one database: mends them before it is opened, keeps copies while it is
 * open, and mends what turns out to be damaged meanwhile. Thread-safe.
 */
public final class Salvage implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Salvage.class);
  private static final Pattern FILE = Pattern.compile("\\d{6,}\\.sst");

  private final Path directory;
  private final FileChannel lockFile;
  private final Copies copies;
  private final Mending mending;
  private final Notes notes;
  private final ReentrantLock working = new ReentrantLock();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("restante-copies").unstarted(this::run);
  private final Set<String> looked = new HashSet<>();
  private boolean complained;

  private Salvage(Path directory, FileChannel lockFile, Copies copies) throws IOException {
    this.directory = directory;
    this.lockFile = lockFile;
    this.copies = copies;
    this.notes = Notes.read(copies.kept().resolve("damage"));
    this.mending = new Mending(directory, copies, notes);
  }

  /**
   * Takes the directory, which is there, and mends what is in it. RocksDB may open it then.
   *
   * @throws EngineException if another process has it
   */
  public static Salvage of(Path directory) {
    try {
      Copies copies = new Copies(directory);
      FileChannel channel =
          FileChannel.open(
              copies.kept().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new EngineException(directory + " is in use: another process holds its lock", null);
      }
      return mended(directory, channel, copies);
    } catch (IOException e) {
      throw new EngineException("can't look through " + directory + ": " + e, e);
    }
  }

  private static Salvage mended(Path directory, FileChannel channel, Copies copies)
      throws IOException {
    try {
      Salvage salvage = new Salvage(directory, channel, copies);
      salvage.mending.beforeOpening();
      salvage.notes.write();
      return salvage;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Whether the log has holes: RocksDB must read on behind them. */
  public boolean logHasHoles() {
    return mending.logHasHoles();
  }

  /** Sorted files of which nothing proves that they are whole; RocksDB's own checksums may. */
  public List<Path> unproved() {
    return mending.unproved();
  }

  /** A file can't be read, and there is nothing to mend it with. */
  public void lost(String file, String why) {
    working.lock();
    try {
      notes.rowsLost(file + ": " + why);
      notes.write();
    } catch (IOException e) {
      log.warn("What is damaged can't be noted", e);
    } finally {
      working.unlock();
    }
  }

  /**
   * A write to the log has failed, and another log has been begun: what may be torn at the end of
   * the older ones is cut off, so that after a crash nobody takes it for a hole.
   */
  public void cutTornLogs() {
    mend(mending::cutTornLogs);
  }

  /** The database is open: keeps copies from now on. */
  public void start() {
    mend(
        () -> {
          mending.opened();
          return true;
        });
    thread.start();
  }

  /** What is damaged and was not settled. */
  public Damage damage() {
    working.lock();
    try {
      return notes.damage();
    } finally {
      working.unlock();
    }
  }

  /** The damage is dealt with. */
  public void settled(Damage damage) {
    working.lock();
    try {
      notes.settled(damage);
      notes.write();
    } catch (IOException e) {
      log.warn("What is settled can't be noted; it will be looked through again", e);
    } finally {
      working.unlock();
    }
  }

  /**
   * A read of rows has failed: mends the file that the message names, or looks through all sorted
   * files. Looks once at each.
   *
   * @return whether it is worth to read again
   */
  public boolean mendRows(String message) {
    return mend(
        () -> {
          Matcher named = FILE.matcher(message);
          String file = named.find() ? named.group() : "";
          return looked.add(file) && mending.rows(file);
        });
  }

  /**
   * A read of a content's octets has failed, of which sorted files are not the cause: mends the
   * record of the key.
   *
   * @param proof reads the content whole, and compares it with its hash
   * @return whether the content is whole now
   */
  public boolean mendContents(byte[] key, BooleanSupplier proof) {
    return mend(() -> looked.add(HexFormat.of().formatHex(key)) && mending.contents(key, proof));
  }

  /**
   * A file of a content can't be read: mends it, if that was not tried before.
   *
   * @param what names what is damaged
   * @param mend tells whether it is whole now
   */
  public boolean mendFile(String what, Mend mend) {
    return mend(() -> looked.add(what) && mend.run());
  }

  private boolean mend(Mend mend) {
    working.lock();
    try {
      boolean mended = mend.run();
      notes.write();
      return mended;
    } catch (IOException e) {
      log.warn("Damaged data was not mended", e);
      return false;
    } finally {
      working.unlock();
    }
  }

  /** Work on a damaged file. */
  @FunctionalInterface
  public interface Mend {
    /** Whether something was mended. */
    boolean run() throws IOException;
  }

  /** Ends the thread. The database may be closed then, and {@link #close} comes last. */
  public void stop() {
    stopping.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** After the database was closed: keeps what is there now, and gives the directory back. */
  @Override
  public void close() {
    stop();
    try (lockFile) {
      copies.refresh();
      notes.write();
    } catch (IOException | RuntimeException e) {
      log.warn("The copies in {} are not complete", copies.kept(), e);
    }
  }

  private void run() {
    boolean more = true;
    while (more) {
      refresh();
      try {
        more = !stopping.await(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void refresh() {
    working.lock();
    try {
      copies.refresh();
      mending.proveMore();
      complained = false;
    } catch (IOException | RuntimeException e) {
      if (!complained) {
        complained = true;
        log.warn("Copies of {} can't be kept for now: {}", directory, e.toString());
      }
    } finally {
      working.unlock();
    }
  }
}
