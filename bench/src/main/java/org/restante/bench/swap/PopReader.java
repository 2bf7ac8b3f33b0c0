package org.restante.bench.swap;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.restante.bench.client.LineClient;

/** A POP3 session that stays: its maildrop must be the same each time. */
final class PopReader {
  static final int LETTERS = 3;
  private static final String[] ROUND = {
    "STAT", "LIST", "UIDL", "RETR 2", "DELE 1", "STAT", "RSET", "NOOP"
  };

  private final Journal journal;
  private final LineClient client;
  private final Map<Integer, String> first = new HashMap<>();

  PopReader(SwapOptions options, String user, boolean tls, Journal journal) throws IOException {
    this.journal = journal;
    client = LineClient.connect(SwapOptions.HOST, options.port(tls ? 995 : 110), tls);
    client.patience(60_000);
    client.await("+OK");
    ask("USER " + user);
    ask("PASS pass");
  }

  void work() throws IOException, InterruptedException {
    Pace pace = new Pace(2, Math.random());
    int step = 0;
    while (!journal.ending() || step % ROUND.length != 0) {
      long due = pace.await();
      int place = step++ % ROUND.length;
      String answer = ask(ROUND[place]);
      journal.took(Kind.POP3, due);
      String before = first.putIfAbsent(place, answer);
      int count = place == 5 ? LETTERS - 1 : LETTERS;
      boolean right = !ROUND[place].equals("STAT") || answer.startsWith("+OK " + count + " ");
      if (!right || (before != null && !before.equals(answer))) {
        throw new WrongReply(ROUND[place], answer + " instead of " + before);
      }
    }
    ask("QUIT");
    client.close();
  }

  private String ask(String command) throws IOException {
    client.send(command);
    String line = client.line();
    if (!line.startsWith("+OK")) {
      throw new WrongReply(command, line);
    }
    StringBuilder answer = new StringBuilder(line);
    boolean more = command.matches("LIST|UIDL|RETR .*");
    while (more && !line.equals(".")) {
      line = client.line();
      answer.append('\n').append(line);
    }
    return answer.toString();
  }
}
