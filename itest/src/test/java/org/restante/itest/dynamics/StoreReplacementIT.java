package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
import org.restante.testkit.framework.Loaders;
import org.restante.testkit.framework.Worker;

/** The engine's bundle is replaced under sessions, again and again, in one JVM. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class StoreReplacementIT {

  private static final String STORE = "org.restante.store.rocksdb";
  private static final String NATIVE = "org.restante.rocksdb.native";

  @Inject private BundleContext context;

  @Configuration
  public Option[] options() {
    return Provisions.of(StoreReplacementIT.class);
  }

  @Test
  public void sessionsWaitAndGoOn() throws Exception {
    Server server = new Server(context);
    for (String user : List.of("quiet", "reader", "writer")) {
      server.account(user);
      server.deliver(user, "before");
    }
    Loaders loaders = new Loaders();
    long nativeModified = server.bundle(NATIVE).getLastModified();
    try (Client quiet = server.imap("quiet")) {
      int kept = replacedUnder(reading(server), writing(server), loaders);
      assertThat(quiet.ask("s STATUS INBOX (MESSAGES)", "s OK"))
          .contains("* STATUS INBOX (MESSAGES 1)");
      assertThat(messages(server, "writer")).isEqualTo(kept + 1);
    }
    for (String user : List.of("quiet", "reader", "writer")) {
      consistent(server, user);
    }
    assertThat(server.bundle(NATIVE).getLastModified()).isEqualTo(nativeModified);
    List<String> left = loaders.left();
    Figures.print("class loaders of " + loaders.watched() + " replaced stores left", left.size());
    assertThat(left).as(() -> Loaders.dump(server.home().resolve("left.hprof"))).isEmpty();
  }

  /** Both sessions take a step after each replacement; gives the letters that were kept. */
  private int replacedUnder(Worker reader, Worker writer, Loaders loaders) throws Exception {
    Server server = new Server(context);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> reading = threads.submit(reader);
      Future<Integer> writing = threads.submit(writer);
      long begin = System.nanoTime();
      for (int round = 0; round < Figures.rounds(); round++) {
        loaders.watch(server.bundle(STORE), "round " + round);
        replace(server.bundle(STORE));
        reader.awaitStep();
        writer.awaitStep();
      }
      Figures.print("store replaced, rounds", Figures.rounds());
      Figures.print(
          "store replaced, ms each", Figures.millisSince(begin) / Math.max(1, Figures.rounds()));
      reader.end();
      writer.end();
      Figures.print("flag changes meanwhile", reading.get(1, TimeUnit.MINUTES));
      Figures.print("longest wait of a flag change, ms", reader.longestMillis());
      Figures.print("letters kept meanwhile", writing.get(1, TimeUnit.MINUTES));
      Figures.print("longest wait of a delivery, ms", writer.longestMillis());
      return writing.get();
    } finally {
      reader.end();
      writer.end();
      threads.shutdownNow();
    }
  }

  private static Worker reading(Server server) {
    Client client = server.imap("reader");
    return new Worker(
        client,
        step -> {
          client.ask("f STORE 1 " + (step % 2 == 0 ? "+" : "-") + "FLAGS (\\Flagged)", "f OK");
          client.ask("b FETCH 1 (FLAGS BODY.PEEK[])", "b OK");
        });
  }

  private static Worker writing(Server server) {
    Client client = server.connect("lmtp");
    client.expect("220");
    client.ask("LHLO test", "250 ");
    return new Worker(client, step -> Server.deliver(client, "writer", "letter " + step));
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
