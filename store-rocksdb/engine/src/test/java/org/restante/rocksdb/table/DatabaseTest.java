package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.Schema.Entry;
import org.restante.rocksdb.table.Schema.Table;

/**
 * Reads and writes of the tables, from both kinds of threads, with a warm and with a cold cache.
 */
class DatabaseTest {
  @TempDir Path directory;

  /** Who calls. */
  enum Caller implements Executor {
    PLATFORM {
      @Override
      public void execute(Runnable call) {
        Thread.ofPlatform().start(call);
      }
    },
    VIRTUAL {
      @Override
      public void execute(Runnable call) {
        Thread.ofVirtual().start(call);
      }
    };

    <T> T ask(Supplier<T> question) throws Exception {
      return CompletableFuture.supplyAsync(question, this).get(60, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsComeInOrderFromFilesThatAreNotInTheCache(Caller caller) throws Exception {
    try (Database database = coldWith(3_000)) {
      assertThat(
              caller.ask(
                  () ->
                      Tables.numbers(
                          database, Tables.span(0, 5_000, Order.ASCENDING, 9_000), null)))
          .isEqualTo(IntStream.range(0, 3_000).boxed().toList());
      assertThat(
              caller.ask(
                  () -> Tables.numbers(database, Tables.span(10, 20, Order.DESCENDING, 3), null)))
          .containsExactly(19, 18, 17);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsComeDownwardsFromFilesThatAreNotInTheCache(Caller caller) throws Exception {
    List<Integer> downwards = new ArrayList<>(IntStream.range(0, 3_000).boxed().toList());
    Collections.reverse(downwards);
    try (Database database = coldWith(3_000)) {
      Span all =
          new Span(Table.ROWS, Schema.number8(1), Schema.rowsEnd(1), Order.DESCENDING, 9_000);
      assertThat(caller.ask(() -> Tables.numbers(database, all, null))).isEqualTo(downwards);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsHalfInTheCacheComeOnce(Caller caller) throws Exception {
    try (Database database = coldWith(3_000)) {
      Tables.numbers(database, Tables.span(0, 700, Order.ASCENDING, 9_000), null);
      assertThat(
              caller.ask(
                  () ->
                      Tables.numbers(
                          database, Tables.span(100, 2_000, Order.ASCENDING, 1_500), null)))
          .isEqualTo(IntStream.range(100, 1_600).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVisitorThatHasEnoughSeesNoMore(Caller caller) throws Exception {
    try (Database database = coldWith(3_000)) {
      int visited =
          caller.ask(
              () -> {
                int[] seen = new int[1];
                return database.scan(
                    Tables.span(0, 3_000, Order.ASCENDING, 9_000),
                    null,
                    (key, value) -> ++seen[0] < 5);
              });
      assertThat(visited).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyRowsAreReadAtOnce(Caller caller) throws Exception {
    try (Database database = coldWith(3_000)) {
      List<byte[]> keys = List.of(Tables.key(7), Tables.key(4_000), Tables.key(2_999));
      List<byte[]> values = caller.ask(() -> database.getMany(Table.ROWS, keys, null));
      assertThat(values.stream().map(Tables::text))
          .containsExactly("%0100d".formatted(7), "(none)", "%0100d".formatted(2_999));
      assertThat(caller.ask(() -> Tables.text(database.get(Table.ROWS, Tables.key(8), null))))
          .isEqualTo("%0100d".formatted(8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void damageIsAnErrorAndNotAbsence(Caller caller) throws Exception {
    coldWith(3_000).close();
    damage();
    try (Database database = Database.open(directory, Tables.TUNING)) {
      List<byte[]> keys = List.of(Tables.key(1), Tables.key(2));
      assertThatThrownBy(() -> caller.ask(() -> database.getMany(Table.ROWS, keys, null)))
          .hasCauseInstanceOf(EngineException.class)
          .hasMessageContaining("damaged");
      assertThatThrownBy(
              () ->
                  caller.ask(
                      () -> Tables.numbers(database, Tables.span(0, 10, Order.ASCENDING, 9), null)))
          .hasCauseInstanceOf(EngineException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void numbersAreAddedTo() {
    try (Database database = Database.open(directory, Tables.TUNING)) {
      database.write(new Changes().add(Entry.OCTETS, 10).add(Entry.OCTETS, -3), false);
      database.write(new Changes().add(Entry.OCTETS, 5), true);
    }
    try (Database database = Database.open(directory, Tables.TUNING)) {
      byte[] row = database.get(Table.META, Entry.OCTETS.key(), null);
      assertThat(row).isEqualTo(Schema.number(12));
    }
  }

  @Test
  void aViewStaysAsItWasAndOutlivesNothing() {
    Database database = Database.open(directory, Tables.TUNING);
    Tables.fill(database, 10);
    View view = database.view();
    View forgotten = database.view();
    database.write(new Changes().delete(Table.ROWS, Tables.key(3)), false);
    assertThat(Tables.numbers(database, Tables.span(0, 9, Order.ASCENDING, 99), view)).contains(3);
    assertThat(Tables.numbers(database, Tables.span(0, 9, Order.ASCENDING, 99), null))
        .doesNotContain(3);
    view.close();
    assertThatThrownBy(() -> database.get(Table.ROWS, Tables.key(1), view))
        .isInstanceOf(IllegalStateException.class);
    database.close();
    assertThatThrownBy(() -> database.get(Table.ROWS, Tables.key(1), forgotten))
        .isInstanceOf(EngineUnavailable.class);
    forgotten.close();
  }

  @Test
  void closingWaitsForAScanUnderWay() throws Exception {
    Database database = Database.open(directory, Tables.TUNING);
    Tables.fill(database, 10);
    CompletableFuture<Void> closed = new CompletableFuture<>();
    int visited =
        database.scan(
            Tables.span(0, 10, Order.ASCENDING, 99),
            null,
            (key, value) -> {
              if (Tables.text(RowReader.copy(key)).endsWith("k00000")) {
                Caller.PLATFORM.execute(() -> closed.complete(close(database)));
                awaitClosing(database);
              }
              return !closed.isDone();
            });
    assertThat(visited).isEqualTo(10);
    closed.get(60, TimeUnit.SECONDS);
  }

  private static @Nullable Void close(Database database) {
    database.close();
    return null;
  }

  private static void awaitClosing(Database database) {
    while (true) {
      try {
        database.get(Table.ROWS, Tables.key(1), null);
        Thread.onSpinWait();
      } catch (EngineUnavailable e) {
        return;
      }
    }
  }

  /** A database whose rows lie in files, opened with an empty cache. */
  private Database coldWith(int rows) throws Exception {
    try (Database database = Database.open(directory, Tables.TUNING)) {
      Tables.fill(database, rows);
    }
    // recovery writes what the log has into files
    Database.open(directory, Tables.TUNING).close();
    return Database.open(directory, Tables.TUNING);
  }

  /** The copies too: else nothing would be damaged in the end. */
  private void damage() throws IOException {
    try (Stream<Path> copies = Files.list(directory.resolve("copies"))) {
      for (Path copy : copies.toList()) {
        Files.delete(copy);
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sst")).toList()) {
        byte[] octets = Files.readAllBytes(file);
        if (octets.length > 100_000) {
          for (int at = 1_000; at < octets.length / 2; at += 1_000) {
            octets[at] ^= 0x55;
          }
          Files.write(file, octets);
        }
      }
    }
  }
}
