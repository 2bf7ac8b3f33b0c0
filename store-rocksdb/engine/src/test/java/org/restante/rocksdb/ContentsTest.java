package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.StorageFull;
import org.restante.rocksdb.table.Footprint;
import org.restante.rocksdb.table.Schema.Table;

/** Contents beyond the contract: octets on the disk, memory, grace, room. */
class ContentsTest {
  @TempDir Path directory;

  private Instant now = Instant.ofEpochSecond(1_000);
  private @Nullable RocksKeyValueEngine opened;

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private RocksKeyValueEngine open(RocksSettings settings) {
    RocksKeyValueEngine engine =
        new RocksKeyValueEngine(directory, settings, new SimpleMeterRegistry(), () -> now);
    opened = engine;
    return engine;
  }

  private RocksKeyValueEngine open() {
    return open(Engines.SETTINGS);
  }

  @Test
  void collectionLeavesNoOctetBehind() {
    RocksKeyValueEngine engine = open();
    for (int length :
        new int[] {0, 1, 16 << 10, (16 << 10) + 1, 128 << 10, (128 << 10) + 1, 999_999}) {
      Engines.unlink(engine, Engines.stored(engine, Engines.noise(length), 5), 5);
    }
    assertThat(Engines.rows(engine, Table.CHUNKS)).isPositive();
    assertThat(Engines.files(engine)).hasSize(2);
    engine.blobs().collect(Duration.ZERO);
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
    assertThat(Engines.files(engine)).isEmpty();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
    assertThat(Engines.holds(engine)).isZero();
  }

  @Test
  void aDraftThatIsDroppedLeavesNoFileBehind() {
    RocksKeyValueEngine engine = open();
    try (BlobDraft draft = engine.blobs().draft()) {
      draft.write(Engines.noise(700_000), 0, 700_000);
      assertThat(Engines.files(engine)).hasSize(1);
      assertThat(Engines.rows(engine, Table.DRAFTS)).isOne();
    }
    assertThat(Engines.files(engine)).isEmpty();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
  }

  @Test
  void draftsOfOneCommandTakeNoMoreMemoryThanThereIs() {
    RocksKeyValueEngine engine = open();
    WindowMemory windows = ((Contents) engine.blobs()).windows();
    int others = (int) (Runtime.getRuntime().maxMemory() / 16);
    windows.take(others);
    byte[] letter = Engines.noise(100_000);
    List<BlobDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      drafts.add(written(engine, letter));
    }
    assertThat(windows.taken()).isBetween((long) others, others + 200_000L);
    windows.give(others);
    assertThat(Engines.read(engine, linked(engine, drafts.getLast()))).isEqualTo(letter);
    drafts.forEach(BlobDraft::close);
    assertThat(windows.taken()).isZero();
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.files(engine)).hasSize(1);
  }

  private static BlobDraft written(RocksKeyValueEngine engine, byte[] octets) {
    BlobDraft draft = engine.blobs().draft(octets.length);
    draft.write(octets, 0, octets.length);
    return draft;
  }

  private static BlobId linked(RocksKeyValueEngine engine, BlobDraft draft) {
    BlobId blob = draft.seal();
    try (Batch batch = engine.partition(1).batch()) {
      batch.link(blob, 7, new byte[0]).commit(Durability.SYNC);
    }
    return blob;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16 << 10, 50_000, 64 << 10, 300_000})
  void aDraftThatWasPutAsideGoesOnWhenMoreComes(int announced) {
    RocksKeyValueEngine engine = open();
    WindowMemory windows = ((Contents) engine.blobs()).windows();
    int all = (int) (Runtime.getRuntime().maxMemory() / 8);
    byte[] letter = Engines.noise(announced + 200_000);
    windows.take(all);
    try (BlobDraft draft = engine.blobs().draft(announced)) {
      draft.write(letter, 0, announced);
      assertThat(windows.taken()).isEqualTo(all);
      for (int at = announced; at < letter.length; at += 10_000) {
        draft.write(letter, at, Math.min(10_000, letter.length - at));
      }
      assertThat(Engines.read(engine, linked(engine, draft))).isEqualTo(letter);
    }
    windows.give(all);
    assertThat(windows.taken()).isZero();
    Engines.unlink(engine, Engines.name(letter), 7);
    engine.blobs().collect(Duration.ZERO);
    assertThat(Engines.files(engine)).isEmpty();
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
  }

  @Test
  void aDraftThatWasPutAsideIsWholeAfterARefusalForMemory() {
    RocksKeyValueEngine engine = open();
    WindowMemory windows = ((Contents) engine.blobs()).windows();
    int tight = (int) (Runtime.getRuntime().maxMemory() / 8);
    byte[] letter = Engines.noise(150_000);
    windows.take(tight);
    try (BlobDraft draft = engine.blobs().draft(100_000)) {
      draft.write(letter, 0, 100_000);
      windows.take(tight);
      assertThatThrownBy(() -> draft.write(letter, 100_000, 50_000))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("try again");
      windows.give(tight);
      draft.write(letter, 100_000, 50_000);
      assertThat(Engines.read(engine, linked(engine, draft))).isEqualTo(letter);
    }
    windows.give(tight);
    assertThat(windows.taken()).isZero();
  }

  @Test
  void aDraftIsRefusedWhereAllMemoryIsTaken() {
    RocksKeyValueEngine engine = open();
    WindowMemory windows = ((Contents) engine.blobs()).windows();
    int all = (int) (Runtime.getRuntime().maxMemory() / 4);
    windows.take(all);
    byte[] letter = Engines.noise(100_000);
    try (BlobDraft draft = engine.blobs().draft(letter.length)) {
      assertThatThrownBy(() -> draft.write(letter, 0, letter.length))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("try again");
      windows.give(all);
      draft.write(letter, 0, letter.length);
      assertThat(Engines.read(engine, linked(engine, draft))).isEqualTo(letter);
    }
    assertThat(windows.taken()).isZero();
  }

  @Test
  void theSameLargeContentTwiceIsOneFile() {
    RocksKeyValueEngine engine = open();
    Engines.stored(engine, Engines.noise(320_000), 1);
    List<Path> first = Engines.files(engine);
    Engines.stored(engine, Engines.noise(320_000), 2);
    assertThat(first).hasSize(1);
    assertThat(Engines.files(engine)).isEqualTo(first);
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
  }

  @Test
  void graceCountsFromTheLastUnlink() {
    RocksKeyValueEngine engine = open();
    BlobId blob = Engines.stored(engine, Engines.octets("letter"), 1);
    Engines.unlink(engine, blob, 1);
    now = now.plusSeconds(3_000);
    Engines.stored(engine, Engines.octets("letter"), 2);
    Engines.unlink(engine, blob, 2);
    now = now.plusSeconds(3_000);
    assertThat(engine.blobs().collect(Duration.ofHours(1))).isZero();
    now = now.plusSeconds(600);
    assertThat(engine.blobs().collect(Duration.ofHours(1))).isEqualTo(6);
  }

  @Test
  void aBatchThatLinksWhatIsNotThereChangesNothing() {
    RocksKeyValueEngine engine = open();
    BlobId blob = Engines.stored(engine, Engines.octets("gone"), 1);
    Engines.unlink(engine, blob, 1);
    engine.blobs().collect(Duration.ZERO);
    try (Batch batch = engine.partition(1).batch()) {
      batch.put(Engines.octets("row"), Engines.octets("of it")).link(blob, 2, new byte[0]);
      assertThatThrownBy(() -> batch.commit(Durability.SYNC)).isInstanceOf(NoSuchBlob.class);
    }
    assertThat(engine.partition(1).scan(KeyRange.all(), Order.ASCENDING, 1, (k, v) -> true))
        .isZero();
    assertThat(Engines.holds(engine)).isZero();
  }

  @Test
  void fiftyMegabytesPassThroughASmallHeap() throws Exception {
    RocksKeyValueEngine engine = open();
    byte[] piece = Engines.noise(100_000);
    ContentName written = new ContentName();
    BlobId blob;
    try (BlobDraft draft = engine.blobs().draft()) {
      for (int i = 0; i < 500; i++) {
        piece[0] = (byte) i;
        draft.write(piece, 0, piece.length);
        written.write(piece, 0, piece.length);
      }
      blob = draft.seal();
      try (Batch batch = engine.partition(1).batch()) {
        batch.link(blob, 1, new byte[0]).commit(Durability.SYNC);
      }
    }
    assertThat(blob).isEqualTo(written.end());
    BlobProof read = engine.blobs().proof(blob);
    try (BlobContent content = engine.blobs().open(blob)) {
      byte[] into = new byte[50_000];
      long at = 0;
      for (int count = content.read(0, into, 0, into.length);
          count > 0;
          count = content.read(at, into, 0, into.length)) {
        read.write(into, 0, count);
        at += count;
      }
      assertThat(at).isEqualTo(50_000_000);
    }
    assertThat(read.holds()).isTrue();
  }

  @Test
  void theDiskGetsTheRoomOfCollectedContentsBack() {
    RocksKeyValueEngine engine = open();
    BlobId kept = Engines.stored(engine, Engines.noise(120_000), 0);
    for (int owner = 1; owner <= 375; owner++) {
      BlobId dropped = Engines.stored(engine, Engines.noise(120_000 + owner), owner);
      Engines.unlink(engine, dropped, owner);
    }
    Footprint footprint = ((Contents) engine.blobs()).database().footprint();
    engine.blobs().collect(Duration.ZERO);
    assertThat(footprint.size(Table.CHUNKS, Footprint.Size.BLOB)).isLessThan(10_000_000);
    assertThat(Engines.read(engine, kept)).isEqualTo(Engines.noise(120_000));
  }

  @Test
  void oneContentLinkedAndUnlinkedByManyWhileItIsCollected() throws Exception {
    RocksKeyValueEngine engine = open();
    byte[] small = Engines.octets("to all");
    byte[] large = Engines.noise(200_000);
    CountDownLatch done = new CountDownLatch(8);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> collecting =
          threads.submit(
              () -> {
                while (done.getCount() > 0) {
                  engine.blobs().collect(Duration.ZERO);
                }
              });
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        byte[] content = writer % 2 == 0 ? small : large;
        long owners = 1_000L * writer;
        writers.add(threads.submit(() -> linkAndUnlink(engine, content, owners, done)));
      }
      for (Future<?> writer : writers) {
        writer.get(120, TimeUnit.SECONDS);
      }
      collecting.get(60, TimeUnit.SECONDS);
    }
    engine.blobs().collect(Duration.ZERO);
    assertThat(engine.blobs().figures()).isEqualTo(new BlobFigures(2, 200_006, 0));
    assertThat(Engines.rows(engine, Table.CHUNKS)).isOne();
    assertThat(Engines.files(engine)).hasSize(1);
    assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
    assertThat(Engines.holds(engine)).isZero();
  }

  private static void linkAndUnlink(
      RocksKeyValueEngine engine, byte[] content, long owners, CountDownLatch done) {
    try {
      for (int i = 0; i < 30; i++) {
        BlobId blob = Engines.stored(engine, content, owners + i);
        assertThat(Engines.read(engine, blob)).isEqualTo(content);
        Engines.unlink(engine, blob, owners + i);
      }
      Engines.stored(engine, content, owners + 999);
    } finally {
      done.countDown();
    }
  }

  @Test
  void aWindowMayBeAsSmallAsAChunk() {
    RocksSettings small =
        new RocksSettings(
            Engines.SETTINGS.tuning(), Duration.ZERO, Duration.ZERO, 4 << 10, 4 << 10, 0);
    RocksKeyValueEngine engine = open(small);
    for (int length : new int[] {4095, 4096, 4097, 32 << 10, 100_000}) {
      byte[] content = Engines.noise(length);
      assertThat(Engines.read(engine, Engines.stored(engine, content, 1))).isEqualTo(content);
    }
  }

  @Test
  void contentsAreRefusedBelowTheReserveAndRowsAreNot() {
    RocksSettings roomless =
        new RocksSettings(
            Engines.SETTINGS.tuning(),
            Duration.ZERO,
            Duration.ZERO,
            128 << 10,
            16 << 10,
            Long.MAX_VALUE);
    RocksKeyValueEngine engine = open(roomless);
    Engines.put(engine, 1, "row", "small");
    assertThatThrownBy(() -> Engines.stored(engine, Engines.octets("letter"), 1))
        .isInstanceOf(StorageFull.class);
    assertThatThrownBy(() -> Engines.stored(engine, Engines.noise(400_000), 1))
        .isInstanceOf(StorageFull.class);
    assertThat(Engines.rows(engine, Table.CHUNKS)).isZero();
    assertThat(Engines.files(engine)).isEmpty();
    assertThat(Engines.holds(engine)).isZero();
  }
}
