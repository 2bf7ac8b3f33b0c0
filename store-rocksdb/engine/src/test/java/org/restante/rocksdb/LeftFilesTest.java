package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobId;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.StoredContent;

/** Files that a crash or a loss of power leaves, and what the next start makes of them. */
class LeftFilesTest {
  private static final byte[] CONTENT = Engines.noise(300_000);
  private static final byte[] LOST = Engines.noise(400_000);

  @TempDir Path directory;
  private Path linked;

  @BeforeEach
  void aStoreWithOneFile() {
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Engines.stored(engine, CONTENT, 1);
      linked = Engines.files(engine).getFirst();
    }
  }

  private Path file(long number) {
    return directory.resolve("contents/" + number);
  }

  private static long first(RocksKeyValueEngine engine) {
    return ((Contents) engine.blobs()).numbers().first();
  }

  /** As a loss of power leaves it: its file is on the disk, and no row of it. */
  private static Path withoutRows(RocksKeyValueEngine engine, byte[] content) {
    BlobId blob = Engines.stored(engine, content, 2);
    Database database = Engines.database(engine);
    byte[] row = Objects.requireNonNull(database.get(Table.CONTENTS, blob.octets(), null));
    Changes changes = new Changes();
    changes.delete(Table.CONTENTS, blob.octets()).delete(Table.LINKS, Schema.link(blob, 1, 2));
    database.write(changes, true);
    long number = StoredContent.decode(row).storage();
    return database.files().read("it", files -> files.path(number));
  }

  private void onlyTheLinkedFileIsThere(RocksKeyValueEngine engine) {
    assertThat(Engines.files(engine)).isEqualTo(List.of(linked));
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.read(engine, Engines.name(CONTENT))).isEqualTo(CONTENT);
  }

  @Test
  void whatARowInDraftsTellsOfIsRemovedAtTheStart() throws IOException {
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Changes changes = new Changes();
      for (long number : new long[] {71, 72, 73}) {
        changes.put(Table.DRAFTS, Schema.number8(number), new byte[0]);
      }
      Engines.database(engine).write(changes, true);
      Files.copy(linked, file(71));
      Files.createFile(file(72));
    }
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      onlyTheLinkedFileIsThere(engine);
    }
  }

  @Test
  void whatNoRowTellsOfIsRemovedBehindTheStart() throws IOException {
    Path lost;
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      lost = withoutRows(engine, LOST);
      Files.createFile(file(71));
    }
    assertThat(lost).exists();
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      onlyTheLinkedFileIsThere(engine);
      assertThat(Engines.left(engine).prove()).isTrue();
    }
  }

  @Test
  void aCopyOfAFileUnderAnotherNumberIsRemoved() throws IOException {
    Files.copy(linked, file(71));
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      onlyTheLinkedFileIsThere(engine);
    }
  }

  @Test
  void aLinkedFileStaysThoughItsTrailerIsDamaged() throws IOException {
    Damages.change(linked, Files.size(linked) - 30, 20);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      onlyTheLinkedFileIsThere(engine);
    }
  }

  @Test
  void aFileWithTheNumberOfAContentInRowsIsRemoved() throws IOException {
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Files.copy(linked, file(first(engine)));
      Engines.stored(engine, Engines.noise(30_000), 2);
    }
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      onlyTheLinkedFileIsThere(engine);
      assertThat(Engines.read(engine, Engines.name(Engines.noise(30_000)))).hasSize(30_000);
    }
  }

  @Test
  void numbersOfThisRunAreLeftAlone() throws IOException {
    Path later;
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      later = file(first(engine) + 5);
      Files.copy(linked, later);
      assertThat(Engines.left(engine).prove()).isTrue();
      assertThat(Engines.files(engine)).isEqualTo(List.of(linked, later));
      Engines.stored(engine, Engines.noise(30_000), 2); // now its number is on record
    }
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      onlyTheLinkedFileIsThere(engine);
    }
  }

  @Test
  void aNumberThatTheRecordOfNumbersLostIsPassedOverAndProvedLater() throws IOException {
    Path stray;
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      stray = file(first(engine));
      Files.write(stray, LOST);
      Engines.stored(engine, LOST, 2);
      assertThat(stray).hasBinaryContent(LOST);
    }
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      assertThat(stray).doesNotExist();
      assertThat(Engines.files(engine)).hasSize(2);
      assertThat(Engines.read(engine, Engines.name(LOST))).isEqualTo(LOST);
    }
  }

  @Test
  void nothingIsRemovedWhileSomebodyKeepsTheFiles() throws IOException {
    Files.copy(linked, file(71));
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Engines.filed(engine).keeping().begin();
      assertThat(Engines.left(engine).prove()).isFalse();
      assertThat(Engines.files(engine)).isEqualTo(List.of(linked, file(71)));
      Engines.filed(engine).keeping().end();
      assertThat(Engines.left(engine).prove()).isTrue();
      onlyTheLinkedFileIsThere(engine);
    }
  }
}
