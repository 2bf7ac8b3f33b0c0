package org.restante.rocksdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.StoredContent;

/** One round of garbage collection: the rows of GARBAGE, oldest first, page by page. */
final class Collection {
  private static final int PAGE = 256;

  private final Contents contents;

  Collection(Contents contents) {
    this.contents = contents;
  }

  long run(Duration grace) {
    long until = contents.now() - Math.min(grace.toMillis(), contents.now());
    byte[] end = Schema.number8(until + 1);
    long reclaimed = 0;
    List<byte[]> page = page(new byte[0], end);
    while (!page.isEmpty()) {
      for (byte[] candidate : page) {
        reclaimed += collect(candidate);
      }
      byte[] last = page.getLast();
      page = page(Arrays.copyOf(last, last.length + 1), end);
    }
    contents.meters().reclaimed(reclaimed);
    return reclaimed;
  }

  private List<byte[]> page(byte[] from, byte[] end) {
    List<byte[]> keys = new ArrayList<>();
    Span span = new Span(Table.GARBAGE, from, end, Order.ASCENDING, PAGE);
    contents.database().scan(span, null, (key, value) -> keys.add(key));
    return keys;
  }

  private long collect(byte[] candidate) {
    Hold hold = contents.holds().take(Schema.garbageBlob(candidate));
    long stamp = hold.lock().writeLock();
    try {
      StoredContent row = contents.find(hold.blob());
      boolean current = row != null && row.garbageSince() == Schema.leading8(candidate);
      if (row == null || !current || hold.pinned()) {
        return 0;
      }
      remove(hold.blob(), row);
      return row.octets();
    } finally {
      hold.lock().unlockWrite(stamp);
      contents.holds().give(hold);
    }
  }

  private void remove(BlobId blob, StoredContent row) {
    BlobFigures difference = new BlobFigures(-1, -row.octets(), -row.octets());
    Changes changes = new Changes();
    Contents.deleteChunks(changes, row.storage(), row.chunks());
    changes
        .delete(Table.CONTENTS, blob.octets())
        .delete(Table.GARBAGE, Schema.garbage(row.garbageSince(), blob));
    Ledger.write(changes, difference);
    contents.database().write(changes, false);
    contents.ledger().add(difference);
  }
}
