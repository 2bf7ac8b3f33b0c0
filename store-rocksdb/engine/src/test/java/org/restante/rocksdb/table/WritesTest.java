package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.restante.rocksdb.table.Schema.Table;

/** Whatever happens to a group of writes, nobody waits for ever. */
@Timeout(60)
class WritesTest {
  private static final Changes CHANGES = new Changes().put(Table.ROWS, new byte[9], new byte[1]);

  @Test
  void whereNoThreadCanBeHadWritersAreTold() throws InterruptedException {
    DiskThreads none = new DiskThreads(1);
    none.close();
    Writes writes = new Writes(none, (changes, sync) -> {});
    for (Throwable failure : failures(writes, 3)) {
      assertThat(failure).isInstanceOf(RejectedExecutionException.class);
    }
  }

  @Test
  void whatAnErrorEndsTheNextOneDoesAgain() throws InterruptedException {
    List<Changes> written = new ArrayList<>();
    boolean[] broken = {true};
    try (DiskThreads disk = new DiskThreads(1)) {
      Writes writes =
          new Writes(
              disk,
              (changes, sync) -> {
                if (broken[0]) {
                  throw new OutOfMemoryError("as a test wants it");
                }
                written.addAll(changes);
              });
      assertThat(failures(writes, 3)).hasSize(3);
      broken[0] = false;
      assertThat(failures(writes, 3)).isEmpty();
    }
    assertThat(written).hasSize(3);
  }

  /** What several writers that came at once were told, each on a virtual thread. */
  private static List<Throwable> failures(Writes writes, int writers) throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        all.add(threads.submit(() -> writes.write(CHANGES, true)));
      }
      for (Future<?> each : all) {
        try {
          each.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          failures.add(e.getCause());
        } catch (TimeoutException e) {
          throw new AssertionError("a writer waits for ever", e);
        }
      }
    }
    return failures;
  }
}
