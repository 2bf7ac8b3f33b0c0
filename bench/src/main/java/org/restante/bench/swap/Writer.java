package org.restante.bench.swap;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.restante.bench.client.LineClient;
import org.restante.bench.swap.Mailbox.Letter;

/** An active session: changes its mailbox in rounds, and asks in between. */
final class Writer {
  static final int LETTERS = 12;
  private static final int ROUND = 25;
  private static final int PATIENCE_MILLIS = 60_000;

  private final SwapOptions options;
  private final String user;
  private final Mailbox mailbox;
  private final Journal journal;
  private final LineClient client;
  private final View view;
  private final ExecutorService threads;
  private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);
  private int tags;
  private int letterIds;

  Writer(
      SwapOptions options, String user, Mailbox mailbox, Journal journal, ExecutorService threads)
      throws IOException {
    this.options = options;
    this.user = user;
    this.mailbox = mailbox;
    this.journal = journal;
    this.threads = threads;
    client = LineClient.connect(SwapOptions.HOST, options.port(993), true);
    client.patience(PATIENCE_MILLIS);
    client.await("* OK");
    client.command("a", "LOGIN " + user + " pass");
    client.command("b", "SELECT INBOX");
    view = new View("writer " + user, journal);
    while (letterIds < LETTERS) {
      append();
    }
    mailbox.add(view);
  }

  /** Works at its share of the rate until the end. */
  void work(int step) throws IOException, InterruptedException {
    Pace pace = new Pace((double) options.rate() / options.active(), Math.random());
    int next = step;
    int firstRound = (step + ROUND - 1) / ROUND * ROUND; // writers change at different times
    // a round that was begun is brought to its end
    while (!journal.ending() || next % ROUND != 0) {
      long due = pace.await();
      if (next < firstRound) {
        look(next % ROUND, 0);
      } else {
        step(next % ROUND, next / ROUND);
      }
      journal.took(Kind.COMMAND, due);
      next++;
    }
    settled.join();
    compareWithServer();
    ask("LOGOUT");
    client.close();
  }

  private void step(int step, int round) throws IOException {
    switch (step) {
      case 0 -> {
        settled.join();
        append();
      }
      case 5 -> store(2 + round % 4, false);
      case 10 -> store(7 + round % 4, false);
      case 15 -> store(1, true);
      case 20 -> expunge();
      default -> look(step, round);
    }
  }

  private void append() throws IOException {
    Letter letter = new Letter(letterIds++, 0);
    String text = "Subject: " + letter.subject() + "\r\n\r\nHello\r\n";
    String tag = "t" + ++tags;
    client.send(tag + " APPEND INBOX {" + text.length() + "}");
    String line = client.line();
    while (!line.startsWith("+")) {
      view.told(line);
      line = client.line();
    }
    client.send(text.substring(0, text.length() / 2), "");
    client.send(text.substring(text.length() / 2));
    mailbox.letters().add(letter);
    finish(tag, "APPEND", false);
  }

  private void store(int number, boolean delete) throws IOException {
    Letter letter = mailbox.letters().get(number - 1);
    int flags = delete ? letter.flags() | FlagSet.DELETED : FlagSet.after(letter.flags());
    mailbox.letters().set(number - 1, letter.with(flags));
    ask("STORE " + number + " FLAGS " + FlagSet.text(flags));
  }

  private void expunge() throws IOException {
    long asked = System.nanoTime();
    ask("EXPUNGE");
    mailbox.letters().removeFirst();
    List<Integer> truth = mailbox.flags();
    settled =
        CompletableFuture.runAsync(
            () -> journal.run("round of " + user, () -> mailbox.settle(truth, asked)), threads);
  }

  private void look(int step, int round) throws IOException {
    switch (step % 4) {
      case 0 -> ask("NOOP");
      case 1 -> fetch(1 + (step + round) % mailbox.letters().size());
      case 2 -> expect("UID SEARCH ALL", "* SEARCH", mailbox.letters().size() + 2);
      default -> flags();
    }
  }

  private void fetch(int number) throws IOException {
    Letter letter = mailbox.letters().get(number - 1);
    String command = "FETCH " + number + " (FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])";
    String tag = send(command);
    String answer = finish(tag, command, true);
    boolean right =
        answer.contains("Subject: " + letter.subject() + "\n")
            && FlagSet.of(answer) == letter.flags();
    if (!right) {
      throw new WrongReply(command, answer + " instead of " + letter);
    }
  }

  private void flags() throws IOException {
    String command = "FETCH 1:* (FLAGS)";
    String answer = finish(send(command), command, true);
    List<Integer> found =
        answer.lines().filter(line -> line.contains(" FETCH ")).map(FlagSet::of).toList();
    if (!found.equals(mailbox.flags())) {
      throw new WrongReply(command, found + " instead of " + mailbox.flags());
    }
  }

  private void expect(String command, String start, int words) throws IOException {
    String answer = finish(send(command), command, true);
    boolean right =
        answer
            .lines()
            .anyMatch(line -> line.startsWith(start) && line.split(" ", -1).length == words);
    if (!right) {
      throw new WrongReply(command, answer);
    }
  }

  private void ask(String command) throws IOException {
    finish(send(command), command, false);
  }

  private String send(String command) throws IOException {
    String tag = "t" + ++tags;
    client.send(tag + " " + command);
    return tag;
  }

  /** Reads to the tagged reply; gives what came before it where that was asked for. */
  private String finish(String tag, String command, boolean asked) throws IOException {
    StringBuilder untagged = new StringBuilder();
    String line = client.line();
    while (!line.startsWith(tag + " ")) {
      if (line.matches("(t\\d+ |\\* BYE).*") && !command.equals("LOGOUT")) {
        throw new WrongReply(command, line);
      }
      untagged.append(line).append('\n');
      if (!asked) {
        view.told(line);
      } else if (line.endsWith("EXISTS") || line.endsWith("EXPUNGE")) {
        view.told(line);
      }
      line = client.line();
    }
    if (!line.startsWith(tag + " OK")) {
      throw new WrongReply(command, line);
    }
    return untagged.toString();
  }

  /** What the server has, as somebody sees it who comes anew. */
  private void compareWithServer() throws IOException {
    try (LineClient fresh = LineClient.connect(SwapOptions.HOST, options.port(143), false)) {
      fresh.await("* OK");
      fresh.command("a", "LOGIN " + user + " pass");
      fresh.command("b", "EXAMINE INBOX");
      List<Integer> found = IdleWatcher.flags(fresh, "c");
      if (!found.equals(mailbox.flags())) {
        throw new WrongReply(
            user + "'s INBOX at the end", found + " instead of " + mailbox.flags());
      }
    }
  }
}
