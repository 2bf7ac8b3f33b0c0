package org.restante.rocksdb;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.restante.blob.BlobFigures;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;

/**
 * The figures of the blob store. On the disk they change in the same write as what they count, so
 * they are read at the start, never counted again.
 */
final class Ledger {
  private final AtomicReference<BlobFigures> figures;

  Ledger(Database database) {
    this.figures =
        new AtomicReference<>(
            new BlobFigures(
                number(database, Entry.CONTENTS),
                number(database, Entry.OCTETS),
                number(database, Entry.GARBAGE)));
  }

  BlobFigures figures() {
    return Objects.requireNonNull(figures.get());
  }

  /** Adds a difference to the write that causes it; {@link #add} it when that is done. */
  static void write(Changes changes, BlobFigures difference) {
    changes
        .add(Entry.CONTENTS, difference.blobs())
        .add(Entry.OCTETS, difference.octets())
        .add(Entry.GARBAGE, difference.garbageOctets());
  }

  void add(BlobFigures difference) {
    figures.updateAndGet(now -> sum(now, difference));
  }

  static BlobFigures sum(BlobFigures one, BlobFigures other) {
    return new BlobFigures(
        one.blobs() + other.blobs(),
        one.octets() + other.octets(),
        one.garbageOctets() + other.garbageOctets());
  }

  static long number(Database database, Entry entry) {
    byte[] value = database.get(Table.META, entry.key(), null);
    return value == null ? 0 : Schema.number(value);
  }
}
