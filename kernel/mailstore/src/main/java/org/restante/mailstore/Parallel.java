package org.restante.mailstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.restante.refusal.StoreUnavailable;

/** Runs many small blocking calls at once, so that one fsync may serve them all. */
final class Parallel {
  private static final int AT_ONCE = 64;

  private Parallel() {}

  /** The results in the order of the inputs; a bounded number of calls run at a time. */
  static <A, B> List<B> map(List<A> inputs, Function<A, B> call) {
    List<B> results = new ArrayList<>(inputs.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < inputs.size(); from += AT_ONCE) {
        List<Future<B>> running =
            inputs.subList(from, Math.min(from + AT_ONCE, inputs.size())).stream()
                .map(input -> threads.submit(() -> call.apply(input)))
                .toList();
        for (Future<B> future : running) {
          results.add(result(future));
        }
      }
    }
    return results;
  }

  private static <B> B result(Future<B> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call that handles its failures has failed", e);
    }
  }
}
