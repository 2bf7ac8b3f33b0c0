package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.StoredContent;

/** Large contents that a release before files stored as rows of CHUNKS. */
class ContentsInRowsTest {
  private static final byte[] CONTENT = Engines.noise(300_000);
  private static final BlobId NAME = Engines.name(CONTENT);
  private static final int CHUNKS = 19;

  @TempDir Path directory;
  private RocksKeyValueEngine engine;

  @BeforeEach
  void aStoreOfFormat2() {
    engine = Engines.open(directory);
    Contents contents = (Contents) engine.blobs();
    long storage = contents.numbers().take();
    StoredContent row =
        new StoredContent(storage, CONTENT.length, Engines.SETTINGS.chunk(), 1, 0, false);
    Changes changes = new Changes();
    contents.putChunks(changes, storage, CONTENT);
    changes
        .put(Table.CONTENTS, NAME.octets(), row.encode())
        .put(Table.LINKS, Schema.link(NAME, 1, 1), new byte[0])
        .set(Entry.FORMAT_VERSION, 2);
    Ledger.write(changes, new BlobFigures(1, CONTENT.length, 0));
    Engines.database(engine).write(changes, true);
    engine.close();
    engine = Engines.open(directory);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void areRead() {
    assertThat(Engines.read(engine, NAME)).isEqualTo(CONTENT);
    assertThat(Engines.rows(engine, Table.CHUNKS)).isEqualTo(CHUNKS);
    byte[] format = Engines.database(engine).get(Table.META, Entry.FORMAT_VERSION.key(), null);
    assertThat(format).isEqualTo(Schema.number(Schema.FORMAT));
  }

  @Test
  void areLinkedAgainWithoutAFile() {
    assertThat(Engines.stored(engine, CONTENT, 2)).isEqualTo(NAME);
    Engines.unlink(engine, NAME, 1);
    assertThat(engine.blobs().collect(Duration.ZERO)).isZero();
    assertThat(Engines.files(engine)).isEmpty();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.rows(engine, Table.CHUNKS)).isEqualTo(CHUNKS);
    assertThat(Engines.read(engine, NAME)).isEqualTo(CONTENT);
  }

  @Test
  void areCollected() {
    Engines.unlink(engine, NAME, 1);
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(CONTENT.length);
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  @Test
  void areCollectedWhileSomebodyKeepsFiles() {
    Engines.unlink(engine, NAME, 1);
    Engines.filed(engine).keeping().begin();
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(CONTENT.length);
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
  }

  @Test
  void draftsThatACrashLeftInRowsAreDropped() {
    long draft = ((Contents) engine.blobs()).numbers().take();
    Changes changes = new Changes();
    ((Contents) engine.blobs()).putChunks(changes, draft, Engines.noise(200_000));
    changes.put(Table.DRAFTS, Schema.number8(draft), new byte[0]);
    Engines.database(engine).write(changes, true);
    engine.close();
    engine = Engines.open(directory);
    assertThat(Engines.rows(engine, Table.CHUNKS)).isEqualTo(CHUNKS);
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.read(engine, NAME)).isEqualTo(CONTENT);
  }
}
