package org.restante.rocksdb.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.file.ContentFiles;
import org.restante.rocksdb.salvage.DamagedData;
import org.restante.rocksdb.salvage.Salvage;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;
import org.rocksdb.WALRecoveryMode;

/** Opens a database, or says in one line why it is not ours to open. */
final class Opening {

  private Opening() {}

  static Database open(Path directory, Tuning tuning) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new EngineException("can't make " + directory, e);
    }
    RocksDB.loadLibrary();
    Salvage salvage = Salvage.of(directory);
    List<String> tables;
    Database database;
    try {
      tables = tables(directory);
      refuseUnknown(tables, directory);
      database = openNative(directory, tuning, salvage);
    } catch (RuntimeException e) {
      salvage.close();
      throw e;
    }
    try {
      prove(salvage.unproved(), database);
      checkNumbers(database, tables.isEmpty(), directory);
      database.start();
      salvage.start(); // keeps copies of what the start has written, too
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The names of the tables in a directory; none: there is no database. */
  static List<String> tables(Path directory) {
    if (!Files.exists(directory.resolve("CURRENT"))) {
      return List.of();
    }
    try (Options options = new Options()) {
      return RocksDB.listColumnFamilies(options, directory.toString()).stream()
          .map(name -> new String(name, StandardCharsets.US_ASCII))
          .toList();
    } catch (RocksDBException e) {
      throw Failures.of("can't open " + directory, e);
    }
  }

  private static void refuseUnknown(List<String> tables, Path directory) {
    List<String> unknown = new ArrayList<>(tables);
    for (Table table : Table.values()) {
      unknown.remove(new String(table.family(), StandardCharsets.US_ASCII));
    }
    if (!unknown.isEmpty()) {
      throw new EngineException(
          directory + " was written by a newer release: it has the tables " + unknown, null);
    }
  }

  /** A crash also leaves files that were never finished and belong to nothing. */
  private static void prove(List<Path> files, Database database) {
    if (!files.isEmpty()) {
      Set<String> used = database.sortedFiles();
      files.stream()
          .filter(file -> used.contains(file.getFileName().toString()))
          .forEach(file -> prove(file, database));
    }
  }

  /** A sorted file without a copy: RocksDB's own checksums tell whether it is whole. */
  private static void prove(Path file, Database database) {
    try (Options options = new Options();
        SstFileReader reader = new SstFileReader(options)) {
      reader.open(file.toString());
      reader.verifyChecksum();
    } catch (RocksDBException e) {
      String name = file.getFileName().toString();
      if (database.sortedFiles().contains(name)) { // else it was compacted away meanwhile
        database.salvage().lost(name, String.valueOf(e.getMessage()));
      }
    }
  }

  private static Database openNative(Path directory, Tuning tuning, Salvage salvage) {
    Native natives = new Native(tuning);
    if (salvage.logHasHoles()) {
      natives.options.setWalRecoveryMode(WALRecoveryMode.SkipAnyCorruptedRecords);
    }
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try {
      List<ColumnFamilyDescriptor> families =
          Arrays.stream(Table.values()).map(table -> descriptor(table, natives)).toList();
      RocksDB db = RocksDB.open(natives.options, directory.toString(), families, handles);
      Map<Table, ColumnFamilyHandle> byTable = new EnumMap<>(Table.class);
      Iterator<ColumnFamilyHandle> inOrder = handles.iterator();
      for (Table table : Table.values()) {
        byTable.put(table, inOrder.next());
      }
      ContentFiles files = ContentFiles.of(directory);
      return new Database(directory, natives, db, byTable, tuning, salvage, files);
    } catch (IOException e) {
      natives.close();
      throw new EngineException("can't make the directory of contents in " + directory, e);
    } catch (RocksDBException e) {
      natives.close();
      throw Failures.of("can't open " + directory, e);
    }
  }

  private static ColumnFamilyDescriptor descriptor(Table table, Native natives) {
    ColumnFamilyOptions options = natives.options(table);
    return new ColumnFamilyDescriptor(table.family(), options);
  }

  private static void checkNumbers(Database database, boolean fresh, Path directory) {
    try {
      checkFormat(database, fresh, directory);
      for (Entry entry : Entry.values()) {
        database.get(Table.META, entry.key(), null);
      }
    } catch (DamagedData e) {
      database.salvage().lost("META", String.valueOf(e.getMessage()));
      Recount.run(database);
    }
  }

  private static void checkFormat(Database database, boolean fresh, Path directory) {
    byte[] row = database.get(Table.META, Entry.FORMAT_VERSION.key(), null);
    if (row == null && !fresh && !isEmpty(database)) {
      throw new EngineException(directory + " is no Restante database: it has no format", null);
    }
    if (row == null) {
      stamp(database);
    } else if (Schema.number(row) > Schema.FORMAT) {
      throw new EngineException(
          "%s has format %d, written by a newer release; this one reads up to format %d"
              .formatted(directory, Schema.number(row), Schema.FORMAT),
          null);
    } else if (Schema.number(row) < Schema.FORMAT) {
      database.write(new Changes().set(Entry.FORMAT_VERSION, Schema.FORMAT), true);
    }
  }

  /** A crash may come between the making of the tables and the first write. */
  private static boolean isEmpty(Database database) {
    Span all = Span.of(Table.META, new byte[0], new byte[] {(byte) 0xff});
    return database.scan(all, null, (key, value) -> false) == 0;
  }

  private static void stamp(Database database) {
    Changes first = new Changes();
    first.set(Entry.FORMAT_VERSION, Schema.FORMAT).set(Entry.NEXT_STORAGE, 1);
    first.set(Entry.CONTENTS, 0).set(Entry.OCTETS, 0).set(Entry.GARBAGE, 0);
    database.write(first, true);
  }
}
