package org.restante.rocksdb.table;

import java.util.ArrayList;
import java.util.List;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;

/** Changes for one atomic write, in order. Plain heap: nothing native lives between calls. */
public final class Changes {

  /** One change. */
  sealed interface Change {}

  @SuppressWarnings("ArrayRecordComponent")
  record Put(Table table, byte[] key, byte[] value) implements Change {}

  @SuppressWarnings("ArrayRecordComponent")
  record Delete(Table table, byte[] key) implements Change {}

  @SuppressWarnings("ArrayRecordComponent")
  record DeleteRange(Table table, byte[] from, byte[] to) implements Change {}

  record Add(Entry entry, long delta) implements Change {}

  /** What RocksDB writes beside keys and values: kind, table, lengths. */
  private static final int FRAME = 12;

  private final List<Change> changes = new ArrayList<>();
  private long octets;

  /** Sets a row. */
  public Changes put(Table table, byte[] key, byte[] value) {
    return add(new Put(table, key, value), key.length + value.length);
  }

  /** Removes a row. */
  public Changes delete(Table table, byte[] key) {
    return add(new Delete(table, key), key.length);
  }

  /** Removes the rows from a key up to another one. */
  public Changes deleteRange(Table table, byte[] from, byte[] to) {
    return add(new DeleteRange(table, from, to), from.length + to.length);
  }

  /** Sets a number. */
  public Changes set(Entry entry, long value) {
    return put(Table.META, entry.key(), Schema.number(value));
  }

  /** Adds to a number. */
  public Changes add(Entry entry, long delta) {
    return delta == 0 ? this : add(new Add(entry, delta), entry.key().length + Long.BYTES);
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Octets that they take in the log, about. */
  long octets() {
    return octets;
  }

  int size() {
    return changes.size();
  }

  List<Change> list() {
    return changes;
  }

  private Changes add(Change change, long itsOctets) {
    changes.add(change);
    octets += itsOctets + FRAME;
    return this;
  }
}
