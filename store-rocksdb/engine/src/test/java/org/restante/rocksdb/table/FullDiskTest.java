package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.restante.keyvalue.EngineException;
import org.restante.rocksdb.table.Schema.Table;

/**
 * Files that RocksDB is about to make can't be written, and after a while they can. What a torn log
 * does is shown by the check store-full: it takes a disk.
 */
@EnabledIf("thereIsSuchADevice")
@Timeout(120)
class FullDiskTest {
  private static final Path FULL = Path.of("/dev/full");
  private static final int FILES = 300;
  private static final int LARGE = 1 << 20;

  @TempDir Path directory;

  static boolean thereIsSuchADevice() {
    return Files.isWritable(FULL);
  }

  @Test
  void tablesWithoutRoomRefuseWritersAndServeReadersUntilThereIsRoom() throws IOException {
    try (Database database = Database.open(directory, Tables.TUNING)) {
      write(database, 0);
      List<Path> inTheWay = upcoming(".sst", file -> Files.createSymbolicLink(file, FULL));
      int written = writeUntilRefused(database);
      assertThat(database.refusesWrites()).isTrue();
      assertThatThrownBy(() -> write(database, 99_999)).isInstanceOf(EngineException.class);
      for (int i = 0; i < written; i++) {
        assertThat(row(database, i)).hasSize(LARGE);
      }
      remove(inTheWay);
      awaitWriters(database);
      write(database, written);
      assertThat(row(database, written)).hasSize(LARGE);
    }
    try (Database again = Database.open(directory, Tables.TUNING)) {
      assertThat(row(again, 0)).hasSize(LARGE);
      assertThat(row(again, 99_999)).isNull();
      assertThat(again.salvage().damage().isNone()).isTrue();
    }
  }

  @Test
  void whatOnlyAnotherOpeningEndsAsksForIt() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    int written;
    try (Database database = Database.open(directory, Tables.TUNING)) {
      database.reopenBy(asked::countDown);
      List<Path> inTheWay = upcoming(".log", Files::createDirectory);
      written = writeUntilRefused(database);
      remove(inTheWay);
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(row(database, written - 1)).hasSize(LARGE);
    }
    try (Database again = Database.open(directory, Tables.TUNING)) {
      assertThat(row(again, written - 1)).hasSize(LARGE);
      assertThat(row(again, written)).isNull();
      write(again, written);
      assertThat(again.salvage().damage().isNone()).isTrue();
    }
  }

  @Test
  void aDatabaseClosesWhileItsDiskIsFull() throws IOException {
    int written;
    List<Path> inTheWay;
    try (Database database = Database.open(directory, Tables.TUNING)) {
      inTheWay = upcoming(".sst", file -> Files.createSymbolicLink(file, FULL));
      written = writeUntilRefused(database);
    }
    remove(inTheWay);
    try (Database again = Database.open(directory, Tables.TUNING)) {
      for (int i = 0; i < written; i++) {
        assertThat(row(again, i)).hasSize(LARGE);
      }
    }
  }

  private interface Obstacle {
    Path put(Path file) throws IOException;
  }

  /** The names of the next files of a kind, all of them taken. */
  private List<Path> upcoming(String suffix, Obstacle obstacle) throws IOException {
    List<Path> inTheWay = new ArrayList<>();
    int first = 1;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String digits = file.getFileName().toString().replaceAll("\\D", "");
        first = digits.isEmpty() ? first : Math.max(first, Integer.parseInt(digits) + 1);
      }
    }
    for (int number = first; number < first + FILES; number++) {
      inTheWay.add(obstacle.put(directory.resolve("%06d%s".formatted(number, suffix))));
    }
    return inTheWay;
  }

  private static void remove(List<Path> inTheWay) throws IOException {
    for (Path file : inTheWay) {
      if (Files.isSymbolicLink(file) || Files.isDirectory(file)) {
        Files.delete(file);
      }
    }
  }

  /** How many were written. */
  private static int writeUntilRefused(Database database) {
    for (int number = 0; ; number++) {
      try {
        write(database, number);
      } catch (EngineException e) {
        return number;
      }
    }
  }

  private static void awaitWriters(Database database) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (database.refusesWrites() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(database.refusesWrites()).isFalse();
  }

  private static void write(Database database, int number) {
    Changes changes = new Changes();
    changes.put(Table.ROWS, Tables.key(number), new byte[LARGE]);
    database.write(changes, true);
  }

  private static byte @Nullable [] row(Database database, int number) {
    return database.get(Table.ROWS, Tables.key(number), null);
  }
}
