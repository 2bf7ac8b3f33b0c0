package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.Schema.Table;

/** Contents that are files of their own, from the draft to the collection. */
class FiledContentsTest {
  private static final int WINDOW = Engines.SETTINGS.window();
  private static final byte[] LARGE = Engines.noise(300_000);
  private static final byte[] SMALL = Engines.noise(30_000);

  @TempDir Path directory;
  private RocksKeyValueEngine engine;

  @BeforeEach
  void open() {
    engine = Engines.open(directory);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Path file() {
    return Engines.files(engine).getFirst();
  }

  @Test
  void onlyWhatIsLongerThanTheWindowIsAFile() {
    Engines.stored(engine, Engines.noise(WINDOW), 1);
    assertThat(Engines.files(engine)).isEmpty();
    assertThat(Engines.rows(engine, Table.CHUNKS)).isEqualTo(8);
    BlobId blob = Engines.stored(engine, Engines.noise(WINDOW + 1), 2);
    assertThat(Engines.files(engine)).hasSize(1);
    assertThat(file()).hasParent(directory.resolve("contents"));
    assertThat(Engines.rows(engine, Table.CHUNKS)).isEqualTo(8);
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.read(engine, blob)).isEqualTo(Engines.noise(WINDOW + 1));
  }

  @Test
  void aSealedFileHasItsLengthAndSurvivesTheDraft() {
    BlobId blob;
    try (BlobDraft draft = engine.blobs().draft()) {
      draft.write(LARGE, 0, LARGE.length);
      blob = draft.seal();
      assertThat(draft.seal()).isEqualTo(blob);
      assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    }
    assertThat(file()).hasSize(LARGE.length + 19 * 4 + 52);
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(1, 300_000, 300_000));
    assertThat(Engines.read(engine, blob)).isEqualTo(LARGE);
  }

  @Test
  void aSecondDraftOfTheSameContentLeavesNoFile() {
    try (BlobDraft one = engine.blobs().draft();
        BlobDraft other = engine.blobs().draft(LARGE.length)) {
      one.write(LARGE, 0, LARGE.length);
      other.write(LARGE, 0, LARGE.length);
      assertThat(Engines.files(engine)).hasSize(2);
      assertThat(other.seal()).isEqualTo(one.seal());
      assertThat(Engines.files(engine)).hasSize(1);
    }
    assertThat(Engines.files(engine)).hasSize(1);
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.read(engine, Engines.name(LARGE))).isEqualTo(LARGE);
  }

  @Test
  void collectionRemovesAFileAndItsRows() {
    Engines.unlink(engine, Engines.stored(engine, LARGE, 1), 1);
    Path file = file();
    assertThat(engine.blobs().collect(Duration.ofHours(1))).isZero();
    assertThat(file).exists();
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(LARGE.length);
    assertThat(file).doesNotExist();
    for (Table table : new Table[] {Table.CONTENTS, Table.GARBAGE, Table.LINKS, Table.DRAFTS}) {
      assertThat(Engines.rows(engine, table)).isZero();
    }
  }

  @Test
  void filesCountAsOctetsOnTheDisk() {
    long before = Engines.database(engine).footprint().filesSize();
    Engines.unlink(engine, Engines.stored(engine, LARGE, 1), 1);
    long full = Engines.database(engine).footprint().filesSize();
    assertThat(full - before).isBetween(300_000L, 320_000L);
    engine.blobs().collect(Duration.ZERO);
    assertThat(full - Engines.database(engine).footprint().filesSize()).isGreaterThan(280_000);
  }

  @Test
  void aContentIsNotCollectedWhileItIsOpen() {
    BlobId blob = Engines.stored(engine, LARGE, 1);
    try (BlobContent content = engine.blobs().open(blob)) {
      Engines.unlink(engine, blob, 1);
      assertThat(engine.blobs().collect(Duration.ZERO)).isZero();
      byte[] read = new byte[LARGE.length];
      assertThat(content.read(0, read, 0, read.length)).isEqualTo(read.length);
      assertThat(read).isEqualTo(LARGE);
    }
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(LARGE.length);
    assertThat(Engines.files(engine)).isEmpty();
  }

  @Test
  void aContentIsNotCollectedWhileItsDraftIsOpen() {
    try (BlobDraft draft = engine.blobs().draft()) {
      draft.write(LARGE, 0, LARGE.length);
      draft.seal();
      assertThat(engine.blobs().collect(Duration.ZERO)).isZero();
      assertThat(Engines.files(engine)).hasSize(1);
    }
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(LARGE.length);
    assertThat(Engines.files(engine)).isEmpty();
  }

  @Test
  void collectionLeavesFilesAloneThatSomebodyKeepsAndDoesTheRestOfItsWork() {
    BlobId large = Engines.stored(engine, LARGE, 1);
    Engines.unlink(engine, large, 1);
    Engines.unlink(engine, Engines.stored(engine, SMALL, 2), 2);
    Engines.filed(engine).keeping().begin();
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(SMALL.length);
    assertThat(Engines.files(engine)).hasSize(1);
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(1, 300_000, 300_000));
    assertThat(Engines.read(engine, large)).isEqualTo(LARGE);
    Engines.filed(engine).keeping().end();
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(LARGE.length);
    assertThat(Engines.files(engine)).isEmpty();
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  @Test
  void draftsComeAndGoWhileSomebodyKeepsFiles() {
    Engines.filed(engine).keeping().begin();
    BlobId blob = Engines.stored(engine, LARGE, 1);
    try (BlobDraft dropped = engine.blobs().draft()) {
      dropped.write(Engines.noise(200_000), 0, 200_000);
    }
    assertThat(Engines.files(engine)).hasSize(1);
    assertThat(Engines.read(engine, blob)).isEqualTo(LARGE);
    Engines.filed(engine).keeping().end();
  }

  @Test
  void aFileThatCanNotBeRemovedIsRemovedAtTheNextStart() throws IOException {
    Engines.unlink(engine, Engines.stored(engine, LARGE, 1), 1);
    Path file = file();
    Files.delete(file);
    Path inTheWay = Files.createFile(Files.createDirectory(file).resolve("in the way"));
    assertThatThrownBy(() -> engine.blobs().collect(Duration.ZERO))
        .isInstanceOf(EngineException.class);
    assertThat(Engines.rows(engine, Table.CONTENTS)).isZero();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isOne();
    engine.close();
    Files.delete(inTheWay);
    open();
    assertThat(file).doesNotExist();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  @Test
  void aStorageNumberWhoseFileIsThereIsPassedOver() throws IOException {
    long next = ((Contents) engine.blobs()).numbers().first();
    Path one = directory.resolve("contents/" + next);
    Path another = directory.resolve("contents/" + (next + 1));
    Files.write(one, SMALL);
    Files.createFile(another);
    BlobId blob = Engines.stored(engine, LARGE, 1);
    assertThat(Engines.files(engine))
        .isEqualTo(List.of(one, another, directory.resolve("contents/" + (next + 2))));
    assertThat(one).hasBinaryContent(SMALL);
    assertThat(another).isEmptyFile();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.read(engine, blob)).isEqualTo(LARGE);
  }
}
