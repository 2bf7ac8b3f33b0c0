package org.restante.launcher.command;

import java.io.PrintWriter;
import org.restante.launcher.home.Home;

/** What to type next. */
final class DemoWords {

  private DemoWords() {}

  static void print(PrintWriter out, Home home, int base, int accounts) {
    out.printf(
        """
        Restante runs here: %s

          IMAP        127.0.0.1:%d (STARTTLS)   IMAPS       127.0.0.1:%d
          POP3        127.0.0.1:%d (STLS)       POP3S       127.0.0.1:%d
          submission  127.0.0.1:%d (STARTTLS)   SMTPS       127.0.0.1:%d
          SMTP        127.0.0.1:%d              LMTP        127.0.0.1:%d
          metrics     http://127.0.0.1:%d/metrics

        Accounts user1 to user%d, domain localhost, password «pass». The certificate is self-signed.

        Try, in another terminal:
          curl -s --user user1:pass imap://127.0.0.1:%d/INBOX -X 'FETCH 1:* (FLAGS ENVELOPE)'
          curl -s --user user1:pass pop3://127.0.0.1:%d/1
          swaks --server 127.0.0.1 --port %d --to user1@localhost --from user2@localhost
          restante bundles --home %s
          mv %s/deploy/restante-plugin-imap*.jar /tmp    (and back)

        """,
        home.root(),
        base + 143,
        base + 993,
        base + 110,
        base + 995,
        base + 587,
        base + 465,
        base + 25,
        base + 24,
        base + 80,
        accounts,
        base + 143,
        base + 110,
        base + 25,
        home.root(),
        home.root());
  }
}
