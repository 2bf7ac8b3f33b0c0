package org.restante.rocksdb;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.RowVisitor;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.View;

/** Reads of one account's rows, of a view or as they are now. */
class RocksReader implements PartitionReader {
  private final Database database;
  private final long account;
  private final @Nullable View view;

  RocksReader(Database database, long account, @Nullable View view) {
    this.database = database;
    this.account = account;
    this.view = view;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return database.get(Table.ROWS, Schema.row(account, key), view);
  }

  @Override
  public List<byte @Nullable []> getMany(List<byte[]> keys) {
    List<byte[]> rows = keys.stream().map(key -> Schema.row(account, key)).toList();
    return database.getMany(Table.ROWS, rows, view);
  }

  @Override
  public int scan(KeyRange range, Order order, int limit, RowVisitor visitor) {
    byte[] to = range.to();
    byte[] end = to == null ? Schema.rowsEnd(account) : Schema.row(account, to);
    Span span = new Span(Table.ROWS, Schema.row(account, range.from()), end, order, limit);
    return database.scan(span, view, (key, value) -> visitor.row(callersKey(key), value));
  }

  private static ByteBuffer callersKey(ByteBuffer key) {
    return key.slice(Long.BYTES, key.limit() - Long.BYTES);
  }

  Database database() {
    return database;
  }

  long account() {
    return account;
  }
}
