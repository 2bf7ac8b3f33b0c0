package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Damage;
import org.restante.keyvalue.EngineException;

/**
 * What a disk may do to the file of a content: it is mended, or refused, and never other octets.
 */
class DamagedFilesTest {
  private static final byte[] CONTENT = Engines.noise(300_000);
  private static final byte[] OTHER = Engines.noise(310_000);
  private static final BlobId NAME = Engines.name(CONTENT);

  /** A chunk and its checksum. */
  private static final int RECORD = (16 << 10) + 4;

  /** All of them; the trailer is behind. */
  private static final int LENGTH = 300_000 + 19 * 4;

  @TempDir Path directory;
  private Path file;
  private byte[] right;

  @BeforeEach
  void aStoreAtRest() throws IOException {
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      Engines.stored(engine, CONTENT, 1);
      Engines.stored(engine, OTHER, 2);
      file = Engines.files(engine).getFirst();
    }
    right = Files.readAllBytes(file);
  }

  private static void othersAreRead(RocksKeyValueEngine engine) {
    assertThat(Engines.read(engine, Engines.name(OTHER))).isEqualTo(OTHER);
    byte[] later = Engines.noise(320_000);
    assertThat(Engines.read(engine, Engines.stored(engine, later, 3))).isEqualTo(later);
  }

  /** Reads piece by piece: how many pieces are refused; those that are read are right. */
  private static int refused(RocksKeyValueEngine engine) {
    int refused = 0;
    try (BlobContent content = engine.blobs().open(NAME)) {
      for (int at = 0; at < CONTENT.length; at += 10_000) {
        byte[] piece = new byte[10_000];
        try {
          assertThat(content.read(at, piece, 0, piece.length)).isEqualTo(piece.length);
          assertThat(piece).isEqualTo(Arrays.copyOfRange(CONTENT, at, at + piece.length));
        } catch (EngineException e) {
          refused++;
        }
      }
    }
    return refused;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 9_999, RECORD - 5, RECORD - 4, RECORD - 1, RECORD, LENGTH - 5, LENGTH - 1})
  void oneWrongOctetIsMendedByTheReader(int place) throws IOException {
    Damages.change(file, place, 1);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.read(engine, NAME)).isEqualTo(CONTENT);
      assertThat(file).hasBinaryContent(right);
      assertThat(engine.damage()).isEqualTo(Damage.NONE);
    }
  }

  @Test
  void oneOctetAfterTheOtherIsMendedInOneRun() throws IOException {
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      for (int chunk = 0; chunk < 19; chunk++) {
        Damages.change(file, (long) chunk * RECORD + 7, 1);
        assertThat(Engines.read(engine, NAME)).isEqualTo(CONTENT);
      }
    }
    assertThat(file).hasBinaryContent(right);
  }

  @ParameterizedTest
  @ValueSource(ints = {LENGTH, LENGTH + 32, LENGTH + 45, LENGTH + 51})
  void aWrongOctetInTheTrailerHarmsNobody(int place) throws IOException {
    Damages.change(file, place, 1);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      assertThat(Engines.read(engine, NAME)).isEqualTo(CONTENT);
      assertThat(Engines.stored(engine, CONTENT, 4)).isEqualTo(NAME);
      Engines.unlink(engine, NAME, 1);
      Engines.unlink(engine, NAME, 4);
      assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(CONTENT.length);
      assertThat(file).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8_192, RECORD - 100, 150_000, LENGTH - 512})
  void aSectorOfNoiseIsRefusedAndTheRestIsRead(int place) throws IOException {
    Damages.change(file, place, 512);
    byte[] damaged = Files.readAllBytes(file);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(refused(engine)).isBetween(1, 5);
      assertThatThrownBy(() -> Engines.read(engine, NAME)).isInstanceOf(EngineException.class);
      othersAreRead(engine);
    }
    assertThat(file).hasBinaryContent(damaged);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, RECORD, 150_000, LENGTH - 1})
  void aFileThatIsCutOffIsRefusedBehindTheCut(int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      assertThat(refused(engine)).isPositive();
      othersAreRead(engine);
    }
    assertThat(file).hasSize(length);
  }

  @Test
  void aFileWithoutItsTrailerIsRead() throws IOException {
    Files.write(file, Arrays.copyOf(right, LENGTH));
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(Engines.left(engine).prove()).isTrue();
      assertThat(Engines.read(engine, NAME)).isEqualTo(CONTENT);
    }
  }

  @Test
  void aMissingFileIsRefusedAndItsContentCanBeCollected() throws IOException {
    Files.delete(file);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThat(refused(engine)).isEqualTo(30);
      othersAreRead(engine);
      Engines.unlink(engine, NAME, 1);
      assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(CONTENT.length);
      assertThat(Engines.read(engine, Engines.stored(engine, CONTENT, 5))).isEqualTo(CONTENT);
    }
  }

  @Test
  void theFileOfAnotherContentIsRefused() throws IOException {
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      List<Path> files = Engines.files(engine);
      Files.copy(files.getLast(), file, StandardCopyOption.REPLACE_EXISTING);
      assertThatThrownBy(() -> Engines.read(engine, NAME)).isInstanceOf(EngineException.class);
    }
  }

  @Test
  void twoWrongOctetsInOneChunkAreRefusedAndLeftAsTheyAre() throws IOException {
    Damages.change(file, 100, 1);
    Damages.change(file, 2_000, 1);
    byte[] damaged = Files.readAllBytes(file);
    try (RocksKeyValueEngine engine = Engines.open(directory)) {
      assertThatThrownBy(() -> Engines.read(engine, NAME)).isInstanceOf(EngineException.class);
      assertThat(file).hasBinaryContent(damaged);
      othersAreRead(engine);
    }
  }
}
