package org.restante.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.core.sasl.MechanismTable;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.directory.StoredAccounts;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.MessageContent;
import org.restante.message.UidSet;
import org.restante.protocol.ConnectionLimits;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.connection.MemoryConnectionBuilder;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.transcript.MemoryTarget;

/**
 * A store in memory and the plugin over it. Letters may have 10,000 octets; user3 has room for one
 * message, user4 for 4,000 octets.
 */
final class SmtpWorld {
  static final ConnectionLimits LIMITS = new ConnectionLimits(8192, 10_000);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.ofHours(1));

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final MailStore store;
  final StoredAccounts accounts;
  private final PlainAuthenticator authenticator;

  SmtpWorld() {
    EngineMailStore mail =
        EngineMailStore.over(new MemoryEngine(), registry, MailStoreSettings.defaults());
    store = mail;
    accounts = mail.accounts();
    authenticator = new PlainAuthenticator(accounts);
    account("user1", QuotaLimits.NONE);
    account("user2", QuotaLimits.NONE);
    account("user3", new QuotaLimits(QuotaLimits.UNLIMITED, 1));
    account("user4", new QuotaLimits(4000, QuotaLimits.UNLIMITED));
  }

  private Account account(String name, QuotaLimits quota) {
    return accounts.create(name, authenticator.hash("pass"), quota);
  }

  SmtpPlugin plugin() {
    return plugin(store);
  }

  /** The plugin over something that stands before the store. */
  SmtpPlugin plugin(MailStore mail) {
    return plugin(mail, SmtpSettings.defaults());
  }

  SmtpPlugin plugin(MailStore mail, SmtpSettings settings) {
    return new SmtpPlugin(
        mail,
        accounts,
        accounts.domains(),
        new MechanismTable(authenticator),
        registry,
        CLOCK,
        settings);
  }

  /** The listeners that transcripts speak to. */
  MemoryTarget target() {
    SmtpSettings few = settings("", 2);
    SmtpSettings postmaster = settings("user1", 1000);
    return new MemoryTarget(store, accounts)
        .listener("mx", this::plugin, to -> as("mx", to))
        .listener("submission", this::plugin, to -> as("submission", to))
        .listener("clear", this::plugin, to -> as("submission", to).plaintextLoginAllowed(false))
        .listener("lmtp", this::plugin, to -> as("lmtp", to))
        .listener("plain", this::plugin, to -> as("mx", to).startTlsOffered(false))
        .listener("few", () -> plugin(store, few), to -> as("mx", to))
        .listener("postmaster", () -> plugin(store, postmaster), to -> as("mx", to));
  }

  private static SmtpSettings settings(String postmaster, int recipients) {
    SmtpSettings defaults = SmtpSettings.defaults();
    return new SmtpSettings(
        defaults.domains(),
        postmaster,
        recipients,
        defaults.inactivity(),
        defaults.errors(),
        defaults.loginAttempts());
  }

  private static MemoryConnectionBuilder as(String role, MemoryConnectionBuilder connection) {
    return connection.role(role).limits(LIMITS);
  }

  /** A connection that was greeted and has said who it is. */
  MemoryConnection hello(SmtpPlugin plugin, String role) {
    MemoryConnection connection = as(role, MemoryConnection.to(plugin)).connect();
    connection.client().expectLineStarting("220 ");
    connection.client().sendLine(role.equals("lmtp") ? "LHLO c.test" : "EHLO c.test");
    connection.client().expectLinesUntil("250 ");
    return connection;
  }

  /** What is in a user's INBOX, in octets as characters, without the trace fields. */
  List<String> letters(String login) {
    return stored(login).stream().map(SmtpWorld::withoutTrace).toList();
  }

  /** What is in a user's INBOX, in octets as characters. */
  List<String> stored(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    MailboxRef inbox = store.mailbox(account.id(), MailboxName.INBOX).orElseThrow().ref();
    List<String> letters = new ArrayList<>();
    try (MailboxSnapshot snapshot = store.snapshot(inbox)) {
      snapshot.messages(
          UidSet.ALL,
          message -> {
            try (MessageContent content = snapshot.content(message)) {
              letters.add(text(content));
            }
            return true;
          });
    }
    return letters;
  }

  private static String text(MessageContent content) {
    byte[] octets = new byte[(int) content.size()];
    int at = 0;
    while (at < octets.length) {
      at += content.read(at, octets, at, octets.length - at);
    }
    return new String(octets, ISO_8859_1);
  }

  /** Both fields end with the one line that begins with a tab and a date. */
  private static String withoutTrace(String letter) {
    String last = "\tFri, 2 Jan 2026 04:04:05 +0100\r\n";
    return letter.substring(letter.indexOf(last) + last.length());
  }

  long delivered(String protocol, String result) {
    return registry
        .get("restante.delivery")
        .tag("protocol", protocol)
        .tag("result", result)
        .timer()
        .count();
  }
}
