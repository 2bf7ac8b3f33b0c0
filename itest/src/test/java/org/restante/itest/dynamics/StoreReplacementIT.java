package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.inspection.StoreInspection;
import org.restante.keyvalue.KeyValueEngine;

/** The engine's bundle is replaced under sessions, again and again, in one JVM. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class StoreReplacementIT {

  private static final String STORE = "org.restante.store.rocksdb";

  @Inject private BundleContext context;

  @Configuration
  public Option[] options() {
    return Provisions.of(StoreReplacementIT.class);
  }

  /** What a session has done, and how long its longest step took. */
  private record Work(int steps, long longestMillis) {}

  @Test
  public void sessionsWaitAndGoOn() throws Exception {
    Server server = new Server(context);
    server.account("reader");
    server.account("writer");
    server.deliver("reader", "before");
    server.deliver("writer", "before");
    Bundle store = server.bundle(STORE);
    Bundle nativeBefore = server.bundle("org.restante.rocksdb.native");
    long nativeModified = nativeBefore.getLastModified();
    Loaders loaders = new Loaders();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Client idle = server.imap("reader")) {
      Future<Work> reading = threads.submit(reading(server, done));
      Future<Work> writing = threads.submit(writing(server, done));
      for (int round = 0; round < Figures.rounds(); round++) {
        loaders.watch(store, "round " + round);
        replace(store);
        server.service(KeyValueEngine.class);
      }
      done.set(true);
      Work read = reading.get(1, TimeUnit.MINUTES);
      Work written = writing.get(1, TimeUnit.MINUTES);
      assertThat(idle.ask("s STATUS INBOX (MESSAGES)", "s OK"))
          .contains("* STATUS \"INBOX\" (MESSAGES 1)");
      show(read, written);
      assertThat(messages(server, "writer")).isEqualTo(written.steps() + 1);
      consistent(server, "writer");
      consistent(server, "reader");
      assertThat(nativeBefore.getLastModified()).isEqualTo(nativeModified);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    List<String> left = loaders.left();
    Figures.print("class loaders of " + loaders.watched() + " replaced stores left", left.size());
    assertThat(left).as(() -> Loaders.dump(server.home().resolve("left.hprof"))).isEmpty();
  }

  private static void show(Work read, Work written) {
    Figures.print("store replaced, rounds", Figures.rounds());
    Figures.print("letters kept meanwhile", written.steps());
    Figures.print("longest wait of a delivery, ms", written.longestMillis());
    Figures.print("flag changes meanwhile", read.steps());
    Figures.print("longest wait of a flag change, ms", read.longestMillis());
  }

  private Callable<Work> reading(Server server, AtomicBoolean done) {
    return () -> {
      try (Client client = server.imap("reader")) {
        return repeat(
            done,
            step -> {
              String sign = step % 2 == 0 ? "+" : "-";
              client.ask("f STORE 1 " + sign + "FLAGS (\\Flagged)", "f OK");
            });
      }
    };
  }

  private Callable<Work> writing(Server server, AtomicBoolean done) {
    return () -> {
      try (Client client = server.connect("lmtp")) {
        client.expect("220");
        client.ask("LHLO test", "250 ");
        return repeat(done, step -> Server.deliver(client, "writer", "letter " + step));
      }
    };
  }

  /** A step of a session's work. */
  private interface Step {
    void take(int number);
  }

  private static Work repeat(AtomicBoolean done, Step step) {
    int steps = 0;
    long longest = 0;
    while (!done.get()) {
      long begin = System.nanoTime();
      step.take(steps);
      longest = Math.max(longest, Figures.millisSince(begin));
      steps++;
    }
    return new Work(steps, longest);
  }

  private void replace(Bundle store) throws BundleException, IOException, InterruptedException {
    try (InputStream jar = URI.create(store.getLocation()).toURL().openStream()) {
      store.update(jar);
    }
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(Set.of(store), event -> refreshed.countDown());
    assertThat(refreshed.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(store.getState()).isEqualTo(Bundle.ACTIVE);
  }

  private static long messages(Server server, String user) {
    try (Client client = server.imap(user)) {
      return client.ask("s UID SEARCH ALL", "s OK").stream()
          .filter(line -> line.startsWith("* SEARCH"))
          .mapToLong(line -> line.split(" ").length - 2L)
          .sum();
    }
  }

  private static void consistent(Server server, String user) {
    AccountId account = server.service(AccountDirectory.class).findByLogin(user).orElseThrow().id();
    assertThat(server.service(StoreInspection.class).inspect(account)).isEmpty();
  }
}
