package org.restante.bench.swap;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.restante.bench.client.LineClient;

/** Clients that come, say a word, and go. */
final class Visitors {
  private static final int PATIENCE_MILLIS = 60_000;

  private final SwapOptions options;
  private final Journal journal;
  private final ExecutorService threads;

  /** What is said on a port: greeting, a command and its reply, the goodbye and its reply. */
  private enum Talk {
    IMAP(143, "* OK", "a NOOP", "a OK", "b LOGOUT", "b OK"),
    POP3(110, "+OK", "CAPA", ".", "QUIT", "+OK"),
    SMTP(25, "220", "NOOP", "250", "QUIT", "221"),
    IMAPS(993, "* OK", "a CAPABILITY", "a OK", "b LOGOUT", "b OK");

    private final int port;
    private final String greeting;
    private final String command;
    private final String reply;
    private final String goodbye;
    private final String last;

    Talk(int port, String greeting, String command, String reply, String goodbye, String last) {
      this.port = port;
      this.greeting = greeting;
      this.command = command;
      this.reply = reply;
      this.goodbye = goodbye;
      this.last = last;
    }
  }

  Visitors(SwapOptions options, Journal journal, ExecutorService threads) {
    this.options = options;
    this.journal = journal;
    this.threads = threads;
  }

  /** They come at the rate that was asked for, until the end. */
  void come() throws InterruptedException {
    Pace pace = new Pace(options.visits(), 0);
    Talk[] talks = Talk.values();
    for (int number = 0; !journal.ending(); number++) {
      pace.await();
      Talk talk = talks[number % talks.length];
      threads.execute(() -> visit(talk));
    }
  }

  private void visit(Talk talk) {
    AtomicBoolean greeted = new AtomicBoolean();
    journal.run("a visit at " + talk, () -> greet(talk, greeted));
  }

  private void greet(Talk talk, AtomicBoolean greeted) throws IOException {
    long begun = System.nanoTime();
    try (LineClient client =
        LineClient.connect(SwapOptions.HOST, options.port(talk.port), talk == Talk.IMAPS)) {
      client.patience(PATIENCE_MILLIS);
      String greeting = client.line();
      if (!greeting.startsWith(talk.greeting)) {
        throw new IOException(greeting);
      }
      greeted.set(true);
      journal.took(Kind.VISIT, begun);
      talk(client, talk);
    } catch (IOException e) {
      if (greeted.get()) {
        throw e;
      }
      journal.fault(Fault.REFUSED, "a visit at " + talk + ": " + e.getMessage());
    }
  }

  private static void talk(LineClient client, Talk talk) throws IOException {
    client.send(talk.command);
    client.await(talk.reply);
    client.send(talk.goodbye);
    client.await(talk.last);
  }
}
