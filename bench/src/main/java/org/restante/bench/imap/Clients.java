package org.restante.bench.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several connections that do the same at once. */
final class Clients implements Workload.Round {
  private final List<ImapWire> wires;
  private final Share share;

  /** Connections that are open; each does a share. */
  Clients(List<ImapWire> wires, Share share) {
    this.wires = wires;
    this.share = share;
  }

  @Override
  public double run() throws IOException, InterruptedException {
    return all(wires.size(), number -> share.run(wires.get(number), number));
  }

  /** Does something this many times at once; the sum of what was done. */
  static double all(int clients, One one) throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Double>> tasks = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int number = i;
        tasks.add(() -> one.run(number));
      }
      double done = 0;
      for (Future<Double> task : threads.invokeAll(tasks)) {
        done += task.get();
      }
      return done;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    for (ImapWire wire : wires) {
      wire.close();
    }
  }

  /** What one of several at once does. */
  @FunctionalInterface
  interface One {

    /** How much was done. */
    double run(int number) throws IOException;
  }

  /** What one connection does. */
  @FunctionalInterface
  interface Share {

    /** How much was done. */
    double run(ImapWire wire, int number) throws IOException;
  }
}
