package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.engine.EngineUnderTest.octets;
import static org.restante.testkit.engine.EngineUnderTest.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.PartitionSnapshot;

/** Many threads at once. */
interface ConcurrencyContract extends EngineUnderTest {

  @Test
  default void readersNeverSeeHalfABatch() throws Exception {
    put("x", "0", "y", "0");
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int reader = 0; reader < 2; reader++) {
      tasks.add(
          () -> {
            while (!done.get()) {
              try (PartitionSnapshot snapshot = partition().snapshot()) {
                String[] rows = scan(snapshot).toArray(String[]::new);
                assertThat(rows[0].substring(1)).isEqualTo(rows[1].substring(1));
              }
            }
            return null;
          });
    }
    tasks.add(
        () -> {
          for (int i = 1; i <= 500; i++) {
            put("x", String.valueOf(i), "y", String.valueOf(i));
          }
          done.set(true);
          return null;
        });
    runAll(tasks);
  }

  @Test
  default void writersOfManyPartitionsCommitAtOnce() throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int writer = 1; writer <= 8; writer++) {
      long id = writer;
      tasks.add(
          () -> {
            for (int i = 0; i < 50; i++) {
              try (Batch batch = engine().partition(id).batch()) {
                batch.put(octets("%03d".formatted(i)), octets("of " + id));
                assertThat(batch.commit(Durability.SYNC)).isEqualTo(CommitResult.COMMITTED);
              }
            }
            return null;
          });
    }
    runAll(tasks);
    for (long id = 1; id <= 8; id++) {
      assertThat(scan(engine().partition(id))).hasSize(50).contains("049=of " + id);
    }
  }

  @Test
  default void collectingBesideWritersTakesNothingThatIsLinked() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int writer = 0; writer < 3; writer++) {
      int number = writer;
      tasks.add(
          () -> {
            for (int i = 0; i < 200; i++) {
              linkReadUnlink(octets("content " + i % 5), number * 1_000L + i);
            }
            done.set(true);
            return null;
          });
    }
    tasks.add(
        () -> {
          while (!done.get()) {
            engine().blobs().collect(Duration.ZERO);
          }
          return null;
        });
    runAll(tasks);
    engine().blobs().collect(Duration.ZERO);
    assertThat(engine().blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  private void linkReadUnlink(byte[] content, long owner) {
    BlobId id = stored(content, owner);
    assertThat(read(id)).isEqualTo(content);
    unlink(id, owner);
  }

  private static void runAll(List<Callable<Void>> tasks)
      throws InterruptedException, ExecutionException, TimeoutException {
    // platform threads: virtual ones that never block would starve each other
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Void>> running = tasks.stream().map(threads::submit).toList();
      for (Future<Void> task : running) {
        task.get(60, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  default void guardsOfAnEngineThatIsNotExclusiveLetOneOfManyWin() throws Exception {
    if (engine().capabilities().exclusive()) {
      return;
    }
    put("n", "0");
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      tasks.add(
          () -> {
            for (int i = 0; i < 50; i++) {
              increment();
            }
            return null;
          });
    }
    runAll(tasks);
    assertThat(EngineUnderTest.get(partition(), "n")).isEqualTo("200");
  }

  private void increment() {
    boolean committed = false;
    while (!committed) {
      byte[] before = Objects.requireNonNull(partition().get(octets("n")));
      int next = Integer.parseInt(EngineUnderTest.text(before)) + 1;
      try (Batch batch = partition().batch()) {
        batch.guard(octets("n"), before).put(octets("n"), octets(String.valueOf(next)));
        committed = batch.commit(Durability.BUFFERED) == CommitResult.COMMITTED;
      }
    }
  }
}
