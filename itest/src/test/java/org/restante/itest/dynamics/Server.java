package org.restante.itest.dynamics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.restante.testkit.framework.FrameworkView;

/** The server under test, and clients of its protocols. */
final class Server extends FrameworkView {

  Server(BundleContext context) {
    super(context);
  }

  Client connect(String listener) {
    return Client.connect(port(listener));
  }

  /** An IMAP session of an account with its INBOX selected. */
  Client imap(String user) {
    Client client = connect("imap");
    client.expect("* OK");
    client.ask("a1 LOGIN " + user + " " + PASSWORD, "a1 OK");
    client.ask("a2 SELECT INBOX", "a2 OK");
    return client;
  }

  /** Hands a letter in over LMTP; returns when the server has said that it is kept. */
  void deliver(String user, String subject) {
    try (Client client = connect("lmtp")) {
      client.expect("220");
      client.ask("LHLO test", "250 ");
      deliver(client, user, subject);
    }
  }

  /** The same in a session that goes on. */
  static void deliver(Client lmtp, String user, String subject) {
    lmtp.ask("MAIL FROM:<>", "250");
    lmtp.ask("RCPT TO:<" + user + "@localhost>", "250");
    lmtp.ask("DATA", "354");
    lmtp.say("Subject: " + subject, "", "Hello", ".").expect("250");
  }

  /** The jar of a protocol in the deploy folder. */
  Path jar(String protocol) {
    try (Stream<Path> files = Files.list(home().resolve("deploy"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(".*-" + protocol + "-.*jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no jar of " + protocol));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
