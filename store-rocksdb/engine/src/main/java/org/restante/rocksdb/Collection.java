package org.restante.rocksdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.file.Keeping;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.RowReader;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.StoredContent;

/** One round of garbage collection: the rows of GARBAGE, oldest first, page by page. */
final class Collection {
  private static final int PAGE = 256;
  private static final int MOST_CHUNKS = 16_384;

  private final Contents contents;
  private long ofChunks;

  Collection(Contents contents) {
    this.contents = contents;
  }

  long run(Duration grace) {
    long until = contents.now() - Math.min(grace.toMillis(), contents.now());
    byte[] end = Schema.number8(until + 1);
    long reclaimed = 0;
    List<byte[]> page = page(new byte[0], end);
    while (!page.isEmpty()) {
      reclaimed += collect(page);
      byte[] last = page.getLast();
      page = page(Arrays.copyOf(last, last.length + 1), end);
    }
    return reclaimed;
  }

  /** What was in CHUNKS of all that was collected. */
  long ofChunks() {
    return ofChunks;
  }

  private List<byte[]> page(byte[] from, byte[] end) {
    List<byte[]> keys = new ArrayList<>();
    Span span = new Span(Table.GARBAGE, from, end, Order.ASCENDING, PAGE);
    contents.database().scan(span, null, (key, value) -> keys.add(RowReader.copy(key)));
    return keys;
  }

  /** Removes a page in one write; locks are taken in the order of names, as everybody does. */
  private long collect(List<byte[]> page) {
    List<byte[]> byName = new ArrayList<>(page);
    byName.sort(
        (one, other) ->
            Arrays.compareUnsigned(one, Long.BYTES, one.length, other, Long.BYTES, other.length));
    List<Candidate> held = new ArrayList<>(page.size());
    try {
      for (byte[] key : byName) {
        Hold hold = contents.holds().take(Schema.garbageBlob(key));
        held.add(new Candidate(hold, hold.lock().writeLock(), Schema.leading8(key)));
      }
      return removeLocked(held);
    } finally {
      for (Candidate candidate : held) {
        candidate.hold.lock().unlockWrite(candidate.stamp);
        contents.holds().give(candidate.hold);
      }
    }
  }

  private long removeLocked(List<Candidate> candidates) {
    Keeping keeping = contents.filed().keeping();
    boolean filesToo = keeping.mayRemove();
    try {
      return remove(candidates, filesToo);
    } finally {
      if (filesToo) {
        keeping.removed();
      }
    }
  }

  private long remove(List<Candidate> candidates, boolean filesToo) {
    Removal removal = new Removal();
    long reclaimed = 0;
    for (Candidate candidate : candidates) {
      StoredContent row = contents.find(candidate.hold.blob());
      if (row != null && candidate.isGarbage(row) && (filesToo || !row.isFile())) {
        removal.add(candidate.hold.blob(), row);
        reclaimed += row.octets();
      }
      if (removal.chunks > MOST_CHUNKS) {
        removal.write();
        removal = new Removal();
      }
    }
    removal.write();
    return reclaimed;
  }

  /** A content that may go, locked. */
  private record Candidate(Hold hold, long stamp, long since) {
    boolean isGarbage(StoredContent row) {
      return row.garbageSince() == since && !hold.pinned();
    }
  }

  /** What one write removes. */
  private final class Removal {
    private final Changes changes = new Changes();
    private BlobFigures difference = new BlobFigures(0, 0, 0);
    private final List<Long> files = new ArrayList<>();
    private int chunks;

    void add(BlobId blob, StoredContent row) {
      if (row.isFile()) {
        FiledContents.mark(changes, row);
        files.add(row.storage());
      } else {
        Contents.deleteChunks(changes, row.storage(), row.chunks());
        chunks += row.chunks();
        ofChunks += row.octets();
      }
      changes
          .delete(Table.CONTENTS, blob.octets())
          .delete(Table.GARBAGE, Schema.garbage(row.garbageSince(), blob));
      difference = Ledger.sum(difference, new BlobFigures(-1, -row.octets(), -row.octets()));
    }

    /** Files go when their rows have gone from the disk: else a row could outlive its file. */
    void write() {
      if (!changes.isEmpty()) {
        Ledger.write(changes, difference);
        contents.database().write(changes, !files.isEmpty());
        contents.ledger().add(difference);
        contents.meters().reclaimed(-difference.octets());
        contents.filed().remove(files);
      }
    }
  }
}
