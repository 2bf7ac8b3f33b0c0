package org.restante.pop3;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.core.sasl.MechanismTable;
import org.restante.delivery.Delivery;
import org.restante.delivery.Recipient;
import org.restante.mail.MailStore;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.directory.StoredAccounts;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.MessageDraft;
import org.restante.pop3.maildrop.MaildropLocks;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.transcript.MemoryTarget;

/** A store in memory with three accounts, and the plugin over it. */
final class Pop3World {
  private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-01-02T03:04:05Z");

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final MailStore store;
  final StoredAccounts accounts;
  final Account user1;
  private final PlainAuthenticator authenticator;
  private int deliveries;

  Pop3World() {
    EngineMailStore mail =
        EngineMailStore.over(new MemoryEngine(), registry, MailStoreSettings.defaults());
    store = mail;
    accounts = mail.accounts();
    authenticator = new PlainAuthenticator(accounts);
    user1 = account("user1");
    account("user2");
    accounts.setEnabled(account("user3").id(), false);
  }

  private Account account(String name) {
    return accounts.create(name, authenticator.hash("pass"), QuotaLimits.NONE);
  }

  Pop3Plugin plugin() {
    return new Pop3Plugin(
        store, authenticator, new MechanismTable(authenticator), registry, Pop3Settings.defaults());
  }

  /** A plugin whose locks run on another clock. */
  Pop3Plugin plugin(LongSupplier nanoTime) {
    Pop3Settings settings = Pop3Settings.defaults();
    return new Pop3Plugin(
        new Pop3Services(
            store,
            authenticator,
            new MechanismTable(authenticator),
            new Pop3Meters(registry),
            settings,
            new MaildropLocks(nanoTime),
            Clock.systemUTC()));
  }

  /** A plugin that removes retrieved letters after so many days, so many days from now. */
  Pop3Plugin expiring(int days, int later) {
    Pop3Settings defaults = Pop3Settings.defaults();
    return new Pop3Plugin(
        new Pop3Services(
            store,
            authenticator,
            new MechanismTable(authenticator),
            new Pop3Meters(registry),
            new Pop3Settings(
                defaults.inactivity(),
                defaults.takeoverAfter(),
                defaults.loginAttempts(),
                defaults.syntaxErrors(),
                OptionalInt.of(days)),
            new MaildropLocks(System::nanoTime),
            Clock.offset(Clock.systemUTC(), Duration.ofDays(later))));
  }

  /** The listeners that transcripts speak to. */
  MemoryTarget target() {
    Pop3Plugin shared = plugin();
    return new MemoryTarget(store, accounts)
        .listener("pop3", this::plugin)
        .listener("clear", this::plugin, to -> to.plaintextLoginAllowed(false))
        .listener("plain", this::plugin, to -> to.startTlsOffered(false))
        .listener("shared", () -> shared)
        .listener("expiring", () -> expiring(30, 0))
        .listener("expiring-later", () -> expiring(30, 31))
        .listener("not-kept", () -> expiring(0, 0));
  }

  void deliver(byte[] letter) {
    try (MessageDraft draft = store.draft()) {
      draft.write(letter);
      String id = "test-" + deliveries++;
      store.deliver(new Delivery(id, draft, RECEIVED, List.of(Recipient.inbox(user1.id()))));
    }
  }

  /** A connection on which user1 is logged in. */
  MemoryConnection login(Pop3Plugin plugin) {
    MemoryConnection connection = MemoryConnection.to(plugin).connect();
    MemoryClient client = connection.client();
    client.expectLineStarting("+OK");
    client.send("USER user1\r\nPASS pass\r\n");
    client.expectLineStarting("+OK");
    client.expectLineStarting("+OK");
    return connection;
  }

  double counted(String action) {
    return registry.get("restante.pop3.messages").tag("action", action).counter().count();
  }
}
