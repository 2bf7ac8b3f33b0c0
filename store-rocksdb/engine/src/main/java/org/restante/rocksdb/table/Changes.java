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

  private final List<Change> changes = new ArrayList<>();

  /** Sets a row. */
  public Changes put(Table table, byte[] key, byte[] value) {
    changes.add(new Put(table, key, value));
    return this;
  }

  /** Removes a row. */
  public Changes delete(Table table, byte[] key) {
    changes.add(new Delete(table, key));
    return this;
  }

  /** Removes the rows from a key up to another one. */
  public Changes deleteRange(Table table, byte[] from, byte[] to) {
    changes.add(new DeleteRange(table, from, to));
    return this;
  }

  /** Sets a number. */
  public Changes set(Entry entry, long value) {
    return put(Table.META, entry.key(), Schema.number(value));
  }

  /** Adds to a number. */
  public Changes add(Entry entry, long delta) {
    if (delta != 0) {
      changes.add(new Add(entry, delta));
    }
    return this;
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  List<Change> list() {
    return changes;
  }
}
