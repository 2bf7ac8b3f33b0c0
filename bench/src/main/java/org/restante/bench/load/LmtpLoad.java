package org.restante.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.restante.bench.client.Latencies;
import org.restante.bench.client.LineClient;
import org.restante.testkit.corpus.Corpus;
import org.restante.testkit.corpus.LetterKind;

/** Delivers letters by LMTP: {@code PORT CLIENTS LETTERS ACCOUNTS}; says how many a second. */
public final class LmtpLoad {
  private final int port;
  private final int clients;
  private final int letters;
  private final int accounts;
  private final Latencies latencies = new Latencies();

  private LmtpLoad(int port, int clients, int letters, int accounts) {
    this.port = port;
    this.clients = clients;
    this.letters = letters;
    this.accounts = accounts;
  }

  /** Runs it once. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    if (arguments.length != 4) {
      System.err.println("usage: PORT CLIENTS LETTERS ACCOUNTS");
      System.exit(2);
    }
    new LmtpLoad(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]))
        .run();
  }

  private void run() throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> senders = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        senders.add(
            threads.submit(
                () -> {
                  send(number);
                  return null;
                }));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d letters, %.0f a second, p50 %s ms, p99 %s ms%n",
        latencies.count(),
        latencies.count() / seconds,
        latencies.millis(0.5),
        latencies.millis(0.99));
  }

  /** This client's share, one letter after the other. */
  private void send(int client) throws IOException {
    try (LineClient lmtp = LineClient.connect("127.0.0.1", port, false)) {
      lmtp.await("220");
      lmtp.expect("LHLO load.example", "250");
      for (int number = client; number < letters; number += clients) {
        String letter = letter(number);
        long begun = System.nanoTime();
        lmtp.expect("MAIL FROM:<>", "250");
        lmtp.expect("RCPT TO:<user" + (1 + number % accounts) + "@localhost>", "250");
        lmtp.expect("DATA", "354");
        lmtp.expect(letter + ".", "250");
        latencies.add(System.nanoTime() - begun);
      }
    }
  }

  /** A plain letter as DATA wants it: of this kind none begins a line with a dot. */
  private static String letter(int number) {
    Corpus corpus = Corpus.of(number);
    return new String(corpus.letter(LetterKind.PLAIN.ordinal()).octets(), ISO_8859_1);
  }
}
