package org.restante.bench.swap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.restante.bench.client.LineClient;

/** Letters that take their time: one after the other in one session, each acknowledged once. */
final class Deliverer {
  private static final int PIECES = 20;
  private static final int LONGEST_PAUSE_MILLIS = 100;

  private final SwapOptions options;
  private final String user;
  private final Journal journal;
  private final LineClient client;
  private int accepted;

  /** A session on port 25, or a login on the port of submission with TLS. */
  Deliverer(SwapOptions options, String user, boolean submits, Journal journal) throws IOException {
    this.options = options;
    this.user = user;
    this.journal = journal;
    client = LineClient.connect(SwapOptions.HOST, options.port(submits ? 465 : 25), submits);
    client.patience(60_000);
    client.await("220");
    ask("EHLO swap.example", "250");
    if (submits) {
      String secret = "\0" + user + "\0pass";
      ask("AUTH PLAIN " + Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)), "235");
    }
  }

  void work() throws IOException, InterruptedException {
    while (!journal.ending()) {
      letter();
    }
    ask("QUIT", "221");
    client.close();
    compareWithServer();
  }

  int accepted() {
    return accepted;
  }

  private void letter() throws IOException, InterruptedException {
    ask("MAIL FROM:<" + user + "@localhost>", "250");
    ask("RCPT TO:<" + user + "@localhost>", "250");
    ask("DATA", "354");
    client.send("Subject: slow\r\n");
    for (int piece = 0; piece < PIECES; piece++) {
      client.send("piece " + piece + " of a letter that takes its time");
      Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
    }
    long begun = System.nanoTime();
    ask(".", "250");
    accepted++;
    journal.took(Kind.DELIVERY, begun);
  }

  private void compareWithServer() throws IOException {
    try (LineClient imap = LineClient.connect(SwapOptions.HOST, options.port(143), false)) {
      imap.await("* OK");
      imap.command("a", "LOGIN " + user + " pass");
      imap.send("b STATUS INBOX (MESSAGES)");
      String found = imap.await("* STATUS");
      if (!found.endsWith("(MESSAGES " + accepted + ")")) {
        throw new WrongReply(accepted + " letters of " + user + " were accepted", found);
      }
    }
  }

  private void ask(String command, String expected) throws IOException {
    client.send(command);
    String line = client.line();
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = client.line();
    }
    if (!line.startsWith(expected)) {
      throw new WrongReply(command, line);
    }
  }
}
