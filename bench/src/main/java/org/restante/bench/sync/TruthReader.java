package org.restante.bench.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.restante.bench.client.LineClient;

/** Reads what is there, on a connection of its own. */
final class TruthReader {
  private final LineClient line;
  private final List<String> mailboxes;
  private int tag;

  private TruthReader(LineClient line, List<String> mailboxes) {
    this.line = line;
    this.mailboxes = mailboxes;
  }

  static TruthReader open(SyncClient.Server server, List<String> mailboxes) throws IOException {
    LineClient line = LineClient.connect(server.host(), server.port(), false);
    line.await("* OK");
    line.command("login", "LOGIN " + server.user() + " pass");
    for (String mailbox : mailboxes) {
      if (!mailbox.equals("INBOX")) {
        line.command("create", "CREATE " + mailbox);
      }
    }
    return new TruthReader(line, mailboxes);
  }

  Map<String, Long> modSeqs() throws IOException {
    Map<String, Long> modSeqs = new HashMap<>();
    for (String mailbox : mailboxes) {
      for (String answer : run("STATUS " + mailbox + " (HIGHESTMODSEQ)")) {
        String digits = answer.replaceAll(".*HIGHESTMODSEQ (\\d+).*", "$1");
        if (answer.startsWith("* STATUS")) {
          modSeqs.put(mailbox, Long.parseLong(digits));
        }
      }
    }
    return modSeqs;
  }

  /** All messages of all mailboxes. */
  Map<String, TreeMap<Long, Message>> read() throws IOException {
    Map<String, TreeMap<Long, Message>> all = new HashMap<>();
    for (String mailbox : mailboxes) {
      run("EXAMINE " + mailbox);
      TreeMap<Long, Message> messages = new TreeMap<>();
      for (String answer : run("UID FETCH 1:* (FLAGS MODSEQ)")) {
        if (Response.of(answer) instanceof Response.Fetch fetch) {
          messages.put(
              fetch.uid().orElseThrow(),
              new Message(fetch.flags().orElseThrow(), fetch.modSeq().orElseThrow()));
        }
      }
      all.put(mailbox, messages);
    }
    return all;
  }

  private List<String> run(String command) throws IOException {
    String name = "r" + tag++;
    line.send(name + " " + command);
    List<String> answers = new ArrayList<>();
    String next = line.line();
    while (!next.startsWith(name + " ")) {
      answers.add(next);
      next = line.line();
    }
    Violation.unless(next.startsWith(name + " OK"), command + ": " + next);
    return answers;
  }
}
