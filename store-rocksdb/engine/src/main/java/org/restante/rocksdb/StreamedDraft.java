package org.restante.rocksdb;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.rocksdb.file.GrowingFile;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.StoredContent;

/**
 * A content on its way in. What fits into the window stays in memory until a batch links it; of
 * more, full windows go to a file of its own, and the row in DRAFTS remembers that until the seal.
 * Where all drafts together take much memory, shorter windows go there too, and what is complete.
 */
final class StreamedDraft implements BlobDraft {
  private static final int FIRST_WINDOW = 32 << 10;
  private static final int MOST_AT_FIRST = 64 << 10; // who announces much may never send it
  private static final byte[] NONE = new byte[0];

  private final Contents contents;
  private final ContentName name = new ContentName();
  private final long expected;
  private byte[] window = NONE;
  private int filled;
  private long size;
  private @Nullable GrowingFile file;
  private @Nullable BlobId blob;
  private @Nullable Hold hold;
  private boolean closed;

  StreamedDraft(Contents contents, long expected) {
    this.contents = contents;
    this.expected = expected;
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, octets.length);
    contents.database().requireOpen();
    if (closed || blob != null) {
      throw new IllegalStateException("the draft has ended");
    }
    int at = offset;
    while (at < offset + length) {
      int room = makeRoom(offset + length - at);
      System.arraycopy(octets, at, window, filled, room);
      name.write(octets, at, room);
      filled += room;
      size += room;
      at += room;
    }
    if (size == expected && filled > 0 && contents.windows().isTight()) {
      putAside();
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Optional<byte[]> inMemory() {
    return file != null || closed ? Optional.empty() : Optional.of(Arrays.copyOf(window, filled));
  }

  @Override
  public BlobId seal() {
    if (closed) {
      throw new IllegalStateException("the draft is closed");
    }
    if (blob == null) {
      contents.database().requireOpen();
      blob = name.end();
    }
    if (hold == null) {
      hold = sealed(blob);
    }
    return blob;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    resize(0);
    if (hold != null) {
      contents.holds().unpin(hold);
    } else if (file != null) {
      contents.filed().abandon(file);
    }
  }

  /** Octets that the window takes now, at least one, at most as many as wanted. */
  private int makeRoom(int wanted) {
    if (file != null && filled == 0 && size % contents.settings().chunk() != 0) {
      fetchBack(file);
    }
    if (filled == window.length) {
      if (isAsLargeAsItGets()) {
        spill();
      } else if (filled == window.length) {
        resize(Math.min(contents.settings().window(), roomier()));
      }
    }
    return Math.min(wanted, window.length - filled);
  }

  private boolean isAsLargeAsItGets() {
    return filled == contents.settings().window()
        || (filled >= contents.settings().chunk() && contents.windows().isTight());
  }

  /** Twice the window, or what is expected where that is less. */
  private int roomier() {
    if (window.length == 0) {
      return expected > 0 ? (int) Math.min(expected, MOST_AT_FIRST) : FIRST_WINDOW;
    }
    int twice = 2 * window.length;
    return filled < expected ? (int) Math.min(expected, twice) : twice;
  }

  private void resize(int length) {
    if (length == window.length) {
      return;
    }
    if (length > window.length) {
      contents.windows().take(length - window.length);
    } else {
      contents.windows().give(window.length - length);
    }
    window = length == 0 ? NONE : Arrays.copyOf(window, length);
  }

  /** Puts the full chunks of the window on the disk; the rest moves to its beginning. */
  private void spill() {
    int whole = filled - filled % contents.settings().chunk();
    put(whole);
    System.arraycopy(window, whole, window, 0, filled - whole);
    filled -= whole;
  }

  /** Puts all of the window on the disk, and keeps no memory. */
  private void putAside() {
    put(filled);
    filled = 0;
    resize(0);
  }

  /** The last chunk, which was put aside before it was full; it stays there where memory lacks. */
  private void fetchBack(GrowingFile from) {
    resize(contents.settings().chunk());
    byte[] octets = contents.filed().takeBack(from);
    System.arraycopy(octets, 0, window, 0, octets.length);
    filled = octets.length;
  }

  private void put(int octets) {
    contents.room().require(octets);
    if (file == null) {
      file = contents.filed().begin();
    }
    contents.filed().append(file, window, octets);
  }

  private Hold sealed(BlobId id) {
    Hold taken = contents.holds().take(id);
    long stamp = taken.lock().writeLock();
    try {
      store(id, taken);
      taken.pin();
    } catch (RuntimeException e) {
      contents.holds().give(taken);
      throw e;
    } finally {
      taken.lock().unlockWrite(stamp);
    }
    return taken;
  }

  /** Whether a small content is there already is for the batch that links it to find out. */
  private void store(BlobId id, Hold taken) {
    if (file == null) {
      storeSmall(id, taken);
      return;
    }
    StoredContent there = contents.find(id);
    if (there == null) {
      storeLarge(id, file);
    } else if (isIn(there, id, file)) {
      contents.filed().abandon(file);
      file = null;
    } else {
      throw Contents.nameTaken(id);
    }
  }

  private void storeSmall(BlobId id, Hold taken) {
    byte[] pending = taken.pending();
    if (pending == null) {
      resize(filled);
      taken.pending(window);
    } else if (!Arrays.equals(pending, 0, pending.length, window, 0, filled)) {
      throw Contents.nameTaken(id);
    }
  }

  /** Whether that content, which is as long, has these octets. */
  private boolean isIn(StoredContent there, BlobId id, GrowingFile own) {
    try (StoredOctets known = contents.octets(id, there)) {
      int chunk = contents.settings().chunk();
      for (long at = 0; at < own.octets(); at += chunk) {
        byte[] octets = contents.filed().read(own, (int) (at / chunk));
        if (!known.has(at, octets, octets.length)) {
          return false;
        }
      }
      return known.has(own.octets(), window, filled);
    }
  }

  /** The content is garbage until the first link, in case that never comes. */
  private void storeLarge(BlobId id, GrowingFile own) {
    if (filled > 0) {
      put(filled);
      filled = 0;
    }
    contents.filed().seal(own, id);
    long now = contents.now();
    int chunk = contents.settings().chunk();
    StoredContent row = new StoredContent(own.number(), size, chunk, now, now, true);
    BlobFigures difference = new BlobFigures(1, size, size);
    Changes changes = new Changes();
    changes
        .put(Table.CONTENTS, id.octets(), row.encode())
        .put(Table.GARBAGE, Schema.garbage(now, id), new byte[0])
        .delete(Table.DRAFTS, Schema.number8(own.number()));
    Ledger.write(changes, difference);
    contents.database().write(changes, false);
    contents.ledger().add(difference);
  }
}
