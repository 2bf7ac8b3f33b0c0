package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.blob.BlobId;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The octets on the disk: who changes one of these has changed the format. */
class SchemaTest {
  private static final String HASH =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff";
  private static final BlobId BLOB = new BlobId(HexFormat.of().parseHex(HASH));

  @TempDir Path directory;

  @Test
  void keysAreWhatTheyWere() {
    assertThat(hex(Schema.row(0x0102030405060708L, new byte[] {'k', 0})))
        .isEqualTo("01020304050607086b00");
    assertThat(hex(Schema.rowsEnd(0x00ff))).isEqualTo("0000000000000100");
    assertThat(hex(Schema.chunk(5, 258))).isEqualTo("000000000000000500000102");
    assertThat(hex(Schema.link(BLOB, 2, 3))).isEqualTo(HASH + "00000000000000020000000000000003");
    assertThat(hex(Schema.linksEnd(BLOB))).isEqualTo(HASH + "ff".repeat(16) + "00");
    assertThat(hex(Schema.garbage(1_000, BLOB))).isEqualTo("00000000000003e8" + HASH);
    assertThat(hex(Schema.number8(-2))).isEqualTo("fffffffffffffffe");
  }

  @Test
  void keysAreReadAsTheyWereWritten() {
    byte[] link = Schema.link(BLOB, 2, -3);
    assertThat(Schema.linkAccount(link)).isEqualTo(2);
    assertThat(Schema.linkOwner(link)).isEqualTo(-3);
    byte[] garbage = Schema.garbage(77, BLOB);
    assertThat(Schema.leading8(garbage)).isEqualTo(77);
    assertThat(Schema.garbageBlob(garbage)).isEqualTo(BLOB);
  }

  @Test
  void valuesAreWhatTheyWere() {
    StoredContent content = new StoredContent(1, 2, 3, 4, 5, false);
    String golden =
        "0000000000000001"
            + "0000000000000002"
            + "00000003"
            + "0000000000000004"
            + "0000000000000005";
    assertThat(hex(content.encode())).isEqualTo(golden);
    assertThat(StoredContent.decode(content.encode())).isEqualTo(content);
    assertThat(hex(Schema.number(258))).isEqualTo("0201000000000000");
    assertThat(Schema.number(Schema.number(-1))).isEqualTo(-1);
  }

  @Test
  void theRowOfAContentThatIsAFileHasOneOctetMore() {
    StoredContent rows = new StoredContent(1, 2, 3, 4, 5, false);
    StoredContent file = new StoredContent(1, 2, 3, 4, 5, true);
    assertThat(rows.encode()).hasSize(36);
    assertThat(file.encode()).hasSize(37);
    assertThat(hex(file.encode())).isEqualTo(hex(rows.encode()) + "01");
    assertThat(StoredContent.decode(file.encode())).isEqualTo(file);
    assertThat(file.asLinked().asGarbage(5)).isEqualTo(file);
    assertThat(rows.asLinked().asGarbage(5)).isEqualTo(rows);
  }

  @Test
  void theRowsOfTheLastAccountHaveAnEnd() {
    byte[] longest = new byte[Schema.CALLER_KEY];
    Arrays.fill(longest, (byte) 0xff);
    assertThat(Arrays.compareUnsigned(Schema.row(-1, longest), Schema.rowsEnd(-1))).isNegative();
  }

  @Test
  void theTablesOfADatabaseAreTheDeclaredOnes() {
    Database.open(directory, Tables.TUNING).close();
    List<String> declared =
        Arrays.stream(Table.values())
            .map(table -> new String(table.family(), StandardCharsets.US_ASCII))
            .toList();
    assertThat(Opening.tables(directory)).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void aNewDatabaseHasItsFormatOnRecord() {
    try (Database database = Database.open(directory, Tables.TUNING)) {
      byte[] row = database.get(Table.META, Entry.FORMAT_VERSION.key(), null);
      assertThat(row).isEqualTo(Schema.number(Schema.FORMAT));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void anOlderFormatBecomesOursWhenItIsOpened(long format) {
    try (Database database = Database.open(directory, Tables.TUNING)) {
      database.write(new Changes().set(Entry.FORMAT_VERSION, format), true);
    }
    try (Database database = Database.open(directory, Tables.TUNING)) {
      byte[] row = database.get(Table.META, Entry.FORMAT_VERSION.key(), null);
      assertThat(row).isEqualTo(Schema.number(3));
    }
  }

  @Test
  void aNewerFormatIsRefusedByName() {
    try (Database database = Database.open(directory, Tables.TUNING)) {
      database.write(new Changes().set(Entry.FORMAT_VERSION, Schema.FORMAT + 1), true);
    }
    assertThatThrownBy(() -> Database.open(directory, Tables.TUNING))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("format " + (Schema.FORMAT + 1));
  }

  @Test
  void aTableThatWeDoNotKnowIsRefusedByName() throws RocksDBException {
    try (RocksDB db = RocksDB.open(directory.toString())) {
      db.createColumnFamily(
              new ColumnFamilyDescriptor("threads".getBytes(StandardCharsets.US_ASCII)))
          .close();
    }
    assertThatThrownBy(() -> Database.open(directory, Tables.TUNING))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("[threads]");
  }

  @Test
  void aDatabaseOfSomebodyElseIsRefused() throws RocksDBException {
    try (RocksDB db = RocksDB.open(directory.toString())) {
      db.put(new byte[] {1}, new byte[8]);
    }
    assertThatThrownBy(() -> Database.open(directory, Tables.TUNING))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no Restante database");
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (Database database = Database.open(directory, Tables.TUNING)) {
      database.requireOpen();
      assertThatThrownBy(() -> Database.open(directory, Tables.TUNING))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("lock");
    }
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
