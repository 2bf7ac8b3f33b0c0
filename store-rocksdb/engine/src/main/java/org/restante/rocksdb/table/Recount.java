package org.restante.rocksdb.table;

import java.nio.ByteBuffer;
import org.restante.blob.BlobId;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;

/**
 * The numbers of META, made again from what they count. Storage numbers go on far above every one
 * that is seen: to use one twice would put one content over another.
 */
final class Recount {
  private static final long PASSED = 1L << 32;

  private final Database database;
  private long storage;
  private long contents;
  private long octets;
  private long garbage;

  private Recount(Database database) {
    this.database = database;
  }

  static void run(Database database) {
    Recount recount = new Recount(database);
    recount.visit(Table.CHUNKS, Order.DESCENDING, 1, (key, value) -> recount.seen(key));
    recount.visit(Table.DRAFTS, Order.DESCENDING, 1, (key, value) -> recount.seen(key));
    recount.visit(
        Table.CONTENTS,
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> recount.content(StoredContent.decode(RowReader.copy(value))));
    database.write(recount.numbers(), true);
  }

  private void visit(Table table, Order order, int limit, RowReader reader) {
    byte[] end = Schema.behind(BlobId.LENGTH);
    database.scan(new Span(table, new byte[0], end, order, limit), null, reader);
  }

  private boolean seen(ByteBuffer key) {
    storage = Math.max(storage, Schema.leading8(RowReader.copy(key)));
    return true;
  }

  private boolean content(StoredContent content) {
    storage = Math.max(storage, content.storage());
    contents++;
    octets += content.octets();
    garbage += content.linked() ? 0 : content.octets();
    return true;
  }

  private Changes numbers() {
    return new Changes()
        .set(Entry.FORMAT_VERSION, Schema.FORMAT)
        .set(Entry.NEXT_STORAGE, storage + PASSED)
        .set(Entry.CONTENTS, contents)
        .set(Entry.OCTETS, octets)
        .set(Entry.GARBAGE, garbage)
        .set(Entry.FILES_PROVED, 0);
  }
}
