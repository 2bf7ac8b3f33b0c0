package org.restante.rocksdb.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.backup.Backup;
import org.restante.backup.BackupProgress;
import org.restante.backup.TakenBackup;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.ContentName;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;

/** Backups of an open engine: incremental, whole, restored. */
class RocksBackupsTest {
  private static final int CONTENT = 100_000;
  private static final int FILE = 400_000; // every tenth: a file of its own

  @TempDir Path home;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private RocksKeyValueEngine engine;
  private RocksBackups backups;
  private Path place;

  @BeforeEach
  void open() {
    engine = open("data/rocksdb");
    backups = RocksBackups.of(engine, home, registry);
    place = home.resolve("backups");
  }

  @AfterEach
  void close() {
    backups.close();
    engine.close();
  }

  private RocksKeyValueEngine open(String directory) {
    return RocksKeyValueEngine.open(home.resolve(directory), RocksSettings.defaults(), registry);
  }

  @Test
  void aBackupIsAReadingOfItsMomentAndTheNextOneIsSmall() throws IOException {
    write(0, 40);
    TakenBackup first = take();
    write(40, 42);
    TakenBackup second = take();
    write(42, 50);
    assertThat(first.copied()).isGreaterThan(40L * CONTENT);
    assertThat(first.copied()).isBetween(first.backup().octets(), first.backup().octets() + 4_000);
    assertThat(second.copied()).isGreaterThan(2L * CONTENT).isLessThan(first.copied() / 8);
    assertThat(backups.list(place).stream().map(Backup::id)).containsExactly(1L, 2L);
    assertThat(second.backup().octets()).isGreaterThan(42L * CONTENT);
    assertThat(restored(OptionalLong.of(1))).isEqualTo(40);
    assertThat(restored(OptionalLong.empty())).isEqualTo(42);
  }

  @Test
  void writersGoOnAndWhatWasCommittedBeforeIsThere() throws Exception {
    write(0, 20);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 20; stop.getCount() > 0; i++) {
                    write(i, i + 1);
                    busy.countDown();
                  }
                });
    assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
    try {
      take();
    } finally {
      stop.countDown();
      writer.join();
    }
    assertThat(restored(OptionalLong.empty())).isGreaterThanOrEqualTo(21);
  }

  @Test
  void damageIsFoundAndNotRestored() throws IOException {
    write(0, 20);
    take();
    assertThat(verify(1)).isEmpty();
    Path blobs = shared(".blob");
    byte[] octets = Files.readAllBytes(blobs);
    octets[octets.length / 2] ^= 1;
    Files.write(blobs, octets);
    assertThat(verify(1)).singleElement().asString().contains(blobs.toString(), "damaged");
    assertThatThrownBy(() -> restored(OptionalLong.of(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
    Files.delete(blobs);
    assertThat(verify(1)).singleElement().asString().endsWith("is missing");
    assertThat(
            registry.get("restante.backup").tags("kind", "verify", "result", "ok").timer().count())
        .isOne();
    assertThat(
            registry
                .get("restante.backup")
                .tags("kind", "verify", "result", "failed")
                .timer()
                .count())
        .isEqualTo(2);
  }

  @Test
  void contentsThatAreFilesAreCopiedOnceAndGoWithTheLastBackupThatHasThem() throws IOException {
    write(9, 10);
    TakenBackup first = take();
    write(10, 20);
    TakenBackup second = take();
    assertThat(first.copied()).isGreaterThan(FILE);
    assertThat(second.copied()).isBetween(FILE + 9L * CONTENT, 2L * FILE + 9L * CONTENT - 1);
    assertThat(copies()).hasSize(2);
    unlink(9);
    take();
    assertThat(copies()).hasSize(2);
    assertThat(restored(OptionalLong.of(1), 9)).isOne();
    assertThat(restored(OptionalLong.of(2), 9)).isEqualTo(11);
    backups.keep(place, 1);
    assertThat(copies()).hasSize(1);
    assertThat(restored(OptionalLong.empty(), 10)).isEqualTo(10);
  }

  @Test
  void damageOfAContentThatIsAFileIsFoundAndNotRestored() throws IOException {
    write(9, 10);
    take();
    byte[] octets = Files.readAllBytes(copies().getFirst());
    octets[FILE / 2] ^= 1;
    Files.write(copies().getFirst(), octets);
    assertThat(verify(1)).singleElement().asString().contains("contents", "damaged");
    assertThatThrownBy(() -> restored(OptionalLong.of(1), 9)).hasMessageContaining("damaged");
  }

  @Test
  void aBackupWithoutTheListOfItsContentsIsNone() throws IOException {
    write(9, 10);
    take();
    write(10, 11);
    take();
    Files.delete(place.resolve("contents/list-2"));
    assertThat(backups.list(place).stream().map(Backup::id)).containsExactly(1L);
    assertThat(restored(OptionalLong.empty(), 9)).isOne();
    assertThatThrownBy(() -> restored(OptionalLong.of(2), 9))
        .hasMessageContaining("never finished");
    assertThat(take().backup().id()).isEqualTo(3);
    assertThat(restored(OptionalLong.empty(), 9)).isEqualTo(2);
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> files = Files.list(place.resolve("contents"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith("list-")).toList();
    }
  }

  private void unlink(int number) {
    BlobId blob = ContentName.of(content(number));
    try (Batch batch = engine.partition(1).batch()) {
      batch.delete("row %06d".formatted(number).getBytes(US_ASCII));
      batch.unlink(blob, number).commit(Durability.SYNC);
    }
    assertThat(engine.blobs().collect(Duration.ZERO)).isEqualTo(content(number).length);
  }

  @Test
  void oldBackupsGoWithWhatOnlyTheyNeeded() throws IOException {
    for (int i = 0; i < 4; i++) {
      write(i, i + 1);
      take();
    }
    backups.keep(place, 2);
    assertThat(backups.list(place).stream().map(Backup::id)).containsExactly(3L, 4L);
    assertThat(restored(OptionalLong.of(3))).isEqualTo(3);
    assertThatThrownBy(() -> backups.keep(place, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(take().backup().id()).isEqualTo(5);
  }

  @Test
  void placesThatAreNoneAreRefused() throws IOException {
    assertThatThrownBy(() -> backups.take(home.resolve("data/backups"), progress -> {}))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("another directory");
    Files.createDirectories(place);
    Files.writeString(place.resolve("letter"), "of somebody");
    assertThatThrownBy(this::take)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("something else");
    assertThat(Files.list(place)).hasSize(1);
    assertThat(backups.list(place)).isEmpty();
    assertThatThrownBy(() -> verify(7)).hasMessageContaining("there is no backup 7");
  }

  @Test
  void oneAtATimeWorksInADirectory() throws IOException {
    Files.createDirectories(place);
    try (DirectoryLock held = DirectoryLock.of(place)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(this::take).hasMessageContaining("somebody works with the backups");
    }
    take();
  }

  @Test
  void aScheduleTakesTheFirstAtOnceAndKeepsTheNewest() throws Exception {
    write(0, 3);
    BackupSettings settings =
        new BackupSettings(Optional.of(Path.of("scheduled")), Duration.ofDays(1), 1, true, 0);
    try (RocksBackups scheduled =
        new RocksBackups(engine.database(), home, settings, new SimpleMeterRegistry())) {
      while (scheduled.list(Path.of("scheduled")).isEmpty()) {
        Thread.onSpinWait();
      }
    }
    assertThat(backups.list(home.resolve("scheduled"))).hasSize(1);
  }

  @Test
  void progressEndsWithWhatWasCopied() {
    write(0, 5);
    List<BackupProgress> told = new ArrayList<>();
    TakenBackup taken = backups.take(place, told::add);
    assertThat(told.getLast()).isEqualTo(new BackupProgress(taken.copied(), taken.copied()));
    assertThat(registry.get("restante.backup.last.success").gauge().value())
        .isEqualTo((double) taken.backup().taken().getEpochSecond());
  }

  private TakenBackup take() {
    return backups.take(place, progress -> {});
  }

  private List<String> verify(long id) {
    return backups.verify(place, id, progress -> {});
  }

  private Path shared(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(place.resolve("shared_checksum"))) {
      return files.filter(file -> file.toString().endsWith(suffix)).findFirst().orElseThrow();
    }
  }

  /** Rows and contents of these numbers. */
  private void write(int from, int to) {
    for (int i = from; i < to; i++) {
      try (BlobDraft draft = engine.blobs().draft();
          Batch batch = engine.partition(1).batch()) {
        byte[] octets = content(i);
        draft.write(octets, 0, octets.length);
        BlobId blob = draft.seal();
        batch.put("row %06d".formatted(i).getBytes(US_ASCII), blob.octets());
        batch.link(blob, i, new byte[0]).commit(Durability.SYNC);
      }
    }
  }

  private static byte[] content(int number) {
    byte[] octets = new byte[number % 10 == 9 ? FILE : CONTENT];
    new Random(number).nextBytes(octets);
    return octets;
  }

  /** Restores beside, opens, and compares every row and content; how many there are. */
  private int restored(OptionalLong id) throws IOException {
    return restored(id, 0);
  }

  private int restored(OptionalLong id, int first) throws IOException {
    Path target = home.resolve("restored-" + System.nanoTime());
    RestoredStore.restore(place, id, target, (done, total) -> {});
    try (RocksKeyValueEngine other =
        RocksKeyValueEngine.open(target, RocksSettings.defaults(), new SimpleMeterRegistry())) {
      List<BlobId> blobs = new ArrayList<>();
      other
          .partition(1)
          .scan(
              KeyRange.all(),
              Order.ASCENDING,
              Integer.MAX_VALUE,
              (key, value) -> {
                byte[] hash = new byte[value.remaining()];
                value.get(hash);
                return blobs.add(new BlobId(hash));
              });
      for (int i = 0; i < blobs.size(); i++) {
        try (BlobContent content = other.blobs().open(blobs.get(i))) {
          byte[] octets = new byte[(int) content.size()];
          content.read(0, octets, 0, octets.length);
          assertThat(octets).isEqualTo(content(first + i));
        }
      }
      assertThat(other.blobs().figures().blobs()).isEqualTo(blobs.size());
      return blobs.size();
    }
  }
}
