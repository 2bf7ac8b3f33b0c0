package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Damage;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;

/** Whatever file is damaged: the engine opens, and never gives other octets. */
final class SalvageTest {
  private static final byte[] CONTENT = Engines.noise(90_000);
  private static final BlobId NAME = Engines.name(CONTENT);

  @TempDir Path home;
  private Path directory;

  @BeforeEach
  void aStoreAtRest() {
    directory = home.resolve("data");
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Engines.stored(engine, CONTENT, 1);
      Engines.put(engine, 1, "key", "value");
    }
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().matches(suffix)).toList();
    }
  }

  private void everythingIsThere() {
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      rowIsThere(engine);
      try (BlobContent content = engine.blobs().open(NAME)) {
        byte[] read = new byte[CONTENT.length];
        assertThat(content.read(0, read, 0, read.length)).isEqualTo(read.length);
        assertThat(read).isEqualTo(CONTENT);
      }
      assertThat(engine.damage()).isEqualTo(Damage.NONE);
    }
  }

  private static void rowIsThere(RocksKeyValueEngine engine) {
    byte[] value = engine.partition(1).get(Engines.octets("key"));
    assertThat(Objects.requireNonNull(value)).isEqualTo(Engines.octets("value"));
  }

  @Test
  void oneOctetInAnyFileIsPutRight() throws Exception {
    List<String> kinds =
        List.of(".*sst", ".*blob", "MANIFEST.*", "CURRENT", "OPTIONS.*", "IDENTITY");
    for (String kind : kinds) {
      assertThat(files(kind)).isNotEmpty();
      for (Path file : new ArrayList<>(files(kind))) {
        if (Files.exists(file)) { // an opening may compact
          Damages.change(file, Files.size(file) / 2, 1);
          everythingIsThere();
        }
      }
    }
  }

  @Test
  void aFrameOfContentsIsPutBack() throws Exception {
    Path blob = files(".*blob").getFirst();
    Damages.change(blob, 0, 30);
    Damages.change(blob, Files.size(blob) - 32, 32);
    everythingIsThere();
  }

  @Test
  void sortedFilesAndManifestMayBeGone() throws Exception {
    Files.delete(files(".*sst|MANIFEST.*|CURRENT").getFirst());
    everythingIsThere();
    Files.delete(files("MANIFEST.*").getFirst());
    everythingIsThere();
  }

  @Test
  void noiseAtTheEndOfTheManifestIsToldAndTheStoreOpens() throws Exception {
    try (Stream<Path> copies = Files.list(directory.resolve("copies"))) {
      for (Path copy : copies.filter(each -> each.toString().contains("MANIFEST")).toList()) {
        Files.delete(copy);
      }
    }
    Path manifest = files("MANIFEST.*").getFirst();
    Damages.change(manifest, Files.size(manifest) - 3, 3);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(engine.damage().everywhere()).isTrue();
    }
  }

  @Test
  void contentsThatAreGoneAreAnErrorAndTold() throws Exception {
    Files.delete(files(".*blob").getFirst());
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      rowIsThere(engine);
      try (BlobContent content = engine.blobs().open(NAME)) {
        byte[] read = new byte[10];
        assertThatThrownBy(() -> content.read(0, read, 0, 10)).isInstanceOf(EngineException.class);
      }
      Damage damage = engine.damage();
      assertThat(damage.everywhere()).isFalse();
      assertThat(damage.causes()).singleElement().asString().contains(".blob");
      engine.settled(damage);
      assertThat(engine.damage()).isEqualTo(Damage.NONE);
    }
  }

  @Test
  void damageThatChecksumsCanNotMendIsNeverServed() throws Exception {
    Path blob = files(".*blob").getFirst();
    Damages.change(blob, Files.size(blob) / 2, 40);
    try (RocksKeyValueEngine engine = Engines.open(directory);
        BlobContent content = engine.blobs().open(NAME)) {
      byte[] read = new byte[CONTENT.length];
      assertThatThrownBy(() -> content.read(0, read, 0, read.length))
          .isInstanceOf(EngineException.class);
    }
  }

  @Test
  void theLogOfACrash() throws Exception {
    Path crashed = home.resolve("crashed");
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Engines.put(engine, 1, "one", "1");
      Engines.put(engine, 1, "two", "2");
      Engines.put(engine, 1, "three", "3");
      copy(directory, crashed);
    }
    directory = crashed;
    Path log = files("\\d+\\.log").getLast();
    long size = Files.size(log);
    Damages.change(log, size / 2, 1);
    everythingIsThere();
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(engine.partition(1).get(Engines.octets("two"))).isNotNull();
    }
  }

  /** A log with three rows of which the first one can't be read. */
  private void aLogWithAHole() throws Exception {
    Path crashed = home.resolve("crashed");
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Engines.put(engine, 1, "one", "1".repeat(200));
      Engines.put(engine, 1, "two", "2".repeat(40_000));
      Engines.put(engine, 1, "three", "3");
      copy(directory, crashed);
    }
    directory = crashed;
    Damages.change(files("\\d+\\.log").getLast(), 40, 60);
  }

  @Test
  void aHoleInTheLogIsTold() throws Exception {
    aLogWithAHole();
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(engine.damage().everywhere()).isTrue();
      assertThat(engine.partition(1).get(Engines.octets("three"))).isNotNull();
    }
  }

  @Test
  void whereThePowerMayHaveGoneTheLogEndsAtAHole() throws Exception {
    aLogWithAHole();
    Files.writeString(directory.resolve("copies/machine"), "another");
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(engine.damage()).isEqualTo(Damage.NONE);
      assertThat(engine.partition(1).get(Engines.octets("one"))).isNull();
      assertThat(engine.partition(1).get(Engines.octets("three"))).isNull();
      rowIsThere(engine);
    }
  }

  @Test
  void aSortedFileWithoutACopyIsToldAndTheStoreOpens() throws Exception {
    Path before = home.resolve("before");
    copy(directory, before);
    for (Path file : files(".*sst")) {
      directory = home.resolve(file.getFileName() + ".d");
      copy(before, directory);
      try (Stream<Path> copies = Files.list(directory.resolve("copies"))) {
        for (Path copy : copies.filter(each -> each.toString().contains(".sst~")).toList()) {
          Files.delete(copy);
        }
      }
      Damages.change(directory.resolve(file.getFileName()), 0, 400);
      try (RocksKeyValueEngine engine = Engines.open(directory)) {
        assertThat(engine.damage().everywhere()).isTrue();
        try {
          rowIsThere(engine);
        } catch (EngineException e) {
          assertThat(e).hasMessageContaining("damaged");
        }
      }
    }
  }

  @Test
  void damageIsRememberedUntilItIsSettled() throws Exception {
    Files.delete(files(".*blob").getFirst());
    Engines.open(directory).close();
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(engine.damage().isNone()).isFalse();
    }
  }

  /** Of an open store, too: what copies are made of comes and goes. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(visited).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            } catch (NoSuchFileException gone) {
              return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path gone, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void writersGoOnBesideADamagedContent() throws Exception {
    for (int offset = 0; offset < 3; offset++) { // keys that overlap: compaction has to merge
      try (Database database = Database.open(directory, Engines.SETTINGS.tuning())) {
        for (int storage = offset; storage < 60; storage += 3) {
          byte[] key = Schema.chunk(1_000_000 + storage, 0);
          database.write(new Changes().put(Table.CHUNKS, key, Engines.noise(4_000)), false);
        }
      }
    }
    for (Path file : files(".*blob")) {
      Damages.change(file, Files.size(file) / 2, 40);
    }
    try (Database database = Database.open(directory, Engines.SETTINGS.tuning())) {
      assertThatThrownBy(() -> database.steps().forEach(database::relocate))
          .isInstanceOf(EngineException.class);
      database.write(
          new Changes().put(Table.ROWS, Schema.row(1, new byte[] {1}), new byte[3]), true);
      assertThat(database.get(Table.ROWS, Schema.row(1, new byte[] {1}), null)).hasSize(3);
    }
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      rowIsThere(engine);
      Engines.put(engine, 1, "later", "value");
    }
  }
}
