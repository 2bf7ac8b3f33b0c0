package org.restante.rocksdb.table;

import java.util.ArrayList;
import java.util.List;
import org.restante.rocksdb.table.Schema.Number;
import org.restante.rocksdb.table.Schema.Table;

/** Changes for one atomic write, in order. Plain heap: nothing native lives between calls. */
public final class Changes {

  /** One change. */
  sealed interface Change {}

  record Put(Table table, byte[] key, byte[] value) implements Change {}

  record Delete(Table table, byte[] key) implements Change {}

  record DeleteRange(Table table, byte[] from, byte[] to) implements Change {}

  record Add(Number number, long delta) implements Change {}

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
  public Changes set(Number number, long value) {
    return put(Table.META, number.key(), Schema.number(value));
  }

  /** Adds to a number. */
  public Changes add(Number number, long delta) {
    if (delta != 0) {
      changes.add(new Add(number, delta));
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
