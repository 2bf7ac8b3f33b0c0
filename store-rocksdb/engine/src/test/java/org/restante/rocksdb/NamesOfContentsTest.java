package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.StoredContent;

/** How contents are named, and what happens to two of one name. */
class NamesOfContentsTest {
  private static final int SMALL = 40_000;
  private static final int LARGE = 500_000;

  @TempDir Path directory;

  @Test
  void aNameIsGoldenOctets() {
    assertThat(ContentName.of(new byte[0]))
        .hasToString("99aa06d3014798d86001c324468d497f00000000000000000000000000000000");
    byte[] counted = new byte[100_000];
    for (int at = 0; at < counted.length; at++) {
      counted[at] = (byte) at;
    }
    ContentName inPieces = new ContentName();
    for (int at = 0; at < counted.length; at += 999) {
      inPieces.write(counted, at, Math.min(999, counted.length - at));
    }
    assertThat(inPieces.end()).isEqualTo(ContentName.of(counted));
    assertThat(ContentName.of(counted).toString()).endsWith("00000000000186a00000000000000000");
  }

  @ParameterizedTest
  @ValueSource(ints = {SMALL, LARGE})
  void anotherContentOfTheSameNameIsRefused(int length) {
    byte[] content = Engines.noise(length);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Engines.stored(engine, content, 1);
      replace(engine, content);
      int links = Engines.rows(engine, Table.LINKS);
      BlobFigures before = engine.blobs().figures();
      int files = Engines.files(engine).size();
      assertThatThrownBy(() -> Engines.stored(engine, content, 2))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("another content has the name");
      assertThat(Engines.rows(engine, Table.LINKS)).isEqualTo(links);
      assertThat(engine.blobs().figures()).isEqualTo(before);
      assertThat(Engines.files(engine)).hasSize(files);
    }
  }

  @Test
  void whatIsStoredIsReadWhileAnotherOfItsNameIsPending() {
    byte[] content = Engines.noise(SMALL);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      BlobId name = Engines.stored(engine, content, 1);
      replace(engine, content);
      byte[] stored = Engines.read(engine, name);
      assertThat(stored).isNotEqualTo(content);
      try (BlobDraft other = engine.blobs().draft()) {
        other.write(content, 0, content.length);
        assertThat(other.seal()).isEqualTo(name);
        assertThat(Engines.read(engine, name)).isEqualTo(stored);
      }
    }
  }

  @Test
  void theSameContentBesideAPendingOneIsTheSame() {
    byte[] content = Engines.noise(SMALL);
    try (RocksKeyValueEngine engine = Engines.open(directory);
        BlobDraft one = engine.blobs().draft();
        BlobDraft other = engine.blobs().draft()) {
      one.write(content, 0, content.length);
      other.write(content, 0, content.length);
      assertThat(other.seal()).isEqualTo(one.seal());
    }
  }

  @Test
  void whatFormat1NamedKeepsItsName() throws NoSuchAlgorithmException {
    byte[] content = Engines.noise(SMALL);
    BlobId old = new BlobId(MessageDigest.getInstance("SHA-256").digest(content));
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      BlobId name = Engines.stored(engine, content, 1);
      rename(Engines.database(engine), name, old);
      Engines.database(engine).write(new Changes().set(Entry.FORMAT_VERSION, 1), true);
    }
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      byte[] format = Engines.database(engine).get(Table.META, Entry.FORMAT_VERSION.key(), null);
      assertThat(format).isEqualTo(Schema.number(Schema.FORMAT));
      assertThat(Engines.read(engine, old)).isEqualTo(content);
      assertThat(holds(engine, old, content)).isTrue();
      content[7]++;
      assertThat(holds(engine, old, content)).isFalse();
    }
  }

  private static boolean holds(RocksKeyValueEngine engine, BlobId name, byte[] content) {
    BlobProof proof = engine.blobs().proof(name);
    proof.write(content, 0, content.length);
    return proof.holds();
  }

  /** As if another content, of the same length, had been stored under the name. */
  private static void replace(RocksKeyValueEngine engine, byte[] content) {
    byte[] other = content.clone();
    other[other.length - 1]++;
    byte[] row =
        Engines.database(engine)
            .get(Table.CONTENTS, Engines.stored(engine, other, 9).octets(), null);
    Changes changes = new Changes();
    changes.put(Table.CONTENTS, Engines.name(content).octets(), Objects.requireNonNull(row));
    Engines.database(engine).write(changes, true);
  }

  private static void rename(Database database, BlobId from, BlobId to) {
    byte[] octets = database.get(Table.CONTENTS, from.octets(), null);
    StoredContent row = StoredContent.decode(Objects.requireNonNull(octets));
    database.write(
        new Changes()
            .delete(Table.CONTENTS, from.octets())
            .delete(Table.LINKS, Schema.link(from, 1, 1))
            .put(Table.CONTENTS, to.octets(), row.encode())
            .put(Table.LINKS, Schema.link(to, 1, 1), new byte[0]),
        true);
  }
}
