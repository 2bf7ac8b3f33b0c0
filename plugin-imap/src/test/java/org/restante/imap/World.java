package org.restante.imap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.QuotaLimits;
import org.restante.core.sasl.MechanismTable;
import org.restante.imap.settings.ImapSettings;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.connection.MemoryConnectionBuilder;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.transcript.MemoryTarget;

/**
 * A server in memory: the mail store over the engine of the testkit, and accounts user1 to user3.
 */
public final class World {
  private static final ImapSettings SETTINGS =
      ImapSettings.defaults().withQuotaAdministrators(Set.of("user2@localhost"));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final EngineMailStore store =
      EngineMailStore.over(new MemoryEngine(), registry, MailStoreSettings.defaults());
  private final PlainAuthenticator authenticator = new PlainAuthenticator(accounts());
  private final Account owner;

  /** A fresh one. */
  public World() {
    this.owner = accounts().create("user1", "pass", QuotaLimits.NONE);
    accounts().create("user2", "pass", QuotaLimits.NONE);
    accounts().create("full", "pass", new QuotaLimits(QuotaLimits.UNLIMITED, 1));
  }

  /** Its mail. */
  public EngineMailStore store() {
    return store;
  }

  /** Its accounts. */
  public AccountDirectory accounts() {
    return store.accounts();
  }

  /** The account of user1. */
  public Account owner() {
    return owner;
  }

  /** Its meters. */
  public SimpleMeterRegistry registry() {
    return registry;
  }

  /** A plugin over it. */
  public ImapPlugin plugin() {
    return plugin(SETTINGS);
  }

  /** A plugin with other settings. */
  public ImapPlugin plugin(ImapSettings settings) {
    return new ImapPlugin(
        store, accounts(), authenticator, new MechanismTable(authenticator), registry, settings);
  }

  /** A connection to a plugin of its own. */
  public MemoryConnection connect(UnaryOperator<MemoryConnectionBuilder> settings) {
    return settings.apply(MemoryConnection.to(plugin())).connect();
  }

  /** A connection with a plugin of its own. */
  public MemoryConnection connect() {
    return connect(UnaryOperator.identity());
  }

  /** For transcripts: listeners in the clear, without passwords in the clear, and with dots. */
  public MemoryTarget target() {
    return new MemoryTarget(store, accounts())
        .listener("imap", this::plugin)
        .listener("secure", this::plugin, builder -> builder.plaintextLoginAllowed(false))
        .listener("dots", () -> plugin(SETTINGS.withSeparator('.')))
        .listener("minus", () -> plugin(SETTINGS.withLiteralMinus()))
        .listener("limited", () -> plugin(limited()));
  }

  private static ImapSettings limited() {
    return SETTINGS.withMessageLimit(2).withProgressEvery(Duration.ZERO);
  }
}
