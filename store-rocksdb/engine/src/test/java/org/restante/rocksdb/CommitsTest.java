package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;

/** Guards and limits. */
class CommitsTest {
  private static final byte[] COUNTER = Engines.octets("counter");

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

  @Test
  void guardsThatFailStopTheBatch() {
    Engines.put(engine, 1, "counter", "0");
    try (Batch batch = engine.partition(1).batch()) {
      batch.guard(COUNTER, Engines.octets("1")).put(COUNTER, Engines.octets("2"));
      assertThat(batch.commit(Durability.SYNC)).isEqualTo(CommitResult.GUARD_FAILED);
    }
    assertThat(engine.partition(1).get(COUNTER)).isEqualTo(Engines.octets("0"));
  }

  @Test
  void guardsLetOneOfManyWin() throws Exception {
    Engines.put(engine, 1, "counter", "0");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    increment(engine.partition(1));
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
    }
    assertThat(engine.partition(1).get(COUNTER)).isEqualTo(Engines.octets("200"));
  }

  private static void increment(Partition partition) {
    CommitResult result = CommitResult.GUARD_FAILED;
    while (result == CommitResult.GUARD_FAILED) {
      byte[] before = Objects.requireNonNull(partition.get(COUNTER));
      String after =
          String.valueOf(
              Integer.parseInt(new String(before, java.nio.charset.StandardCharsets.US_ASCII)) + 1);
      try (Batch batch = partition.batch()) {
        result =
            batch
                .guard(COUNTER, before)
                .put(COUNTER, Engines.octets(after))
                .commit(Durability.BUFFERED);
      }
    }
  }

  @Test
  void limitsAreRefusedByName() {
    try (Batch batch = engine.partition(1).batch()) {
      assertThatThrownBy(() -> batch.put(new byte[248], new byte[0]))
          .isInstanceOf(EngineException.class)
          .hasMessage("a key may have 247, not 248");
      assertThatThrownBy(() -> batch.put(new byte[1], new byte[65_537]))
          .hasMessage("a value may have 65536, not 65537");
    }
  }

  @Test
  void largeBatchesWaitForEachOther() throws Exception {
    List<Batch> open = new ArrayList<>();
    for (int i = 0; i < LargeBatches.AT_A_TIME; i++) {
      open.add(large(i));
    }
    CountDownLatch started = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> another =
          threads.submit(
              () -> {
                started.countDown();
                large(9).close();
              });
      started.await();
      Engines.put(engine, 8, "small", "batches do not wait");
      assertThat(another.isDone()).isFalse();
      open.getFirst().commit(Durability.BUFFERED);
      open.forEach(Batch::close);
      another.get(60, TimeUnit.SECONDS);
    }
  }

  private Batch large(long account) {
    Batch batch = engine.partition(account).batch();
    for (int i = 0; i < 3_000; i++) {
      batch.delete(new byte[1]);
    }
    return batch;
  }

  @Test
  void theAccountsAtTheEdgesAreAccounts() {
    for (long account : new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
      Engines.put(engine, account, "k", "v");
    }
    for (long account : new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
      Partition partition = engine.partition(account);
      assertThat(partition.scan(KeyRange.all(), Order.DESCENDING, 9, (k, v) -> true)).isEqualTo(1);
      try (Batch batch = partition.batch()) {
        batch.deleteRange(KeyRange.all()).commit(Durability.BUFFERED);
      }
      assertThat(partition.scan(KeyRange.all(), Order.ASCENDING, 9, (k, v) -> true)).isZero();
    }
  }
}
