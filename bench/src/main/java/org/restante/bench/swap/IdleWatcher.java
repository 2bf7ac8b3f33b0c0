package org.restante.bench.swap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.restante.bench.client.LineClient;

/** A session in IDLE over TLS. */
final class IdleWatcher {
  private final LineClient client;
  private final Mailbox mailbox;
  private final View view;
  private final String who;
  private final Journal journal;

  private IdleWatcher(LineClient client, Mailbox mailbox, View view, String who, Journal journal) {
    this.client = client;
    this.mailbox = mailbox;
    this.view = view;
    this.who = who;
    this.journal = journal;
  }

  /** Opens one while nobody changes the mailbox; blocks until it is in IDLE. */
  static IdleWatcher open(SwapOptions options, String user, Mailbox mailbox, Journal journal)
      throws IOException {
    LineClient client = LineClient.connect(SwapOptions.HOST, options.port(993), true);
    client.await("* OK");
    client.command("a", "LOGIN " + user + " pass");
    client.command("b", "SELECT INBOX");
    String who = "idle " + user + " from " + client.localPort();
    View view = new View(who, journal);
    view.is(flags(client, "c"));
    client.send("d IDLE");
    client.await("+");
    mailbox.add(view);
    return new IdleWatcher(client, mailbox, view, who, journal);
  }

  /** The flags of all messages, asked for. */
  static List<Integer> flags(LineClient client, String tag) throws IOException {
    List<Integer> flags = new ArrayList<>();
    client.send(tag + " FETCH 1:* (FLAGS)");
    for (String line = client.line(); !line.startsWith(tag + " "); line = client.line()) {
      if (line.contains(" FETCH ")) {
        flags.add(FlagSet.of(line));
      }
    }
    return flags;
  }

  /** Believes what it is told, until it has ended IDLE and logged out. */
  void listen() {
    journal.run(who, this::believe);
    mailbox.remove(view);
  }

  private void believe() throws IOException {
    try (client) {
      String line = client.line();
      while (!line.startsWith("d ")) {
        if (line.startsWith("* BYE")) {
          throw new IOException(line);
        }
        view.told(line);
        line = client.line();
      }
      if (!line.startsWith("d OK") || !journal.ending()) {
        throw new WrongReply("IDLE", line);
      }
      client.command("e", "LOGOUT");
    }
  }

  /** Ends IDLE; the listening thread reads the reply. */
  void done() {
    journal.run(who, () -> client.send("DONE"));
  }
}
