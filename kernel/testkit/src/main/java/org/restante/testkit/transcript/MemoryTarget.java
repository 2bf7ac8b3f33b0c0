package org.restante.testkit.transcript;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.Recipient;
import org.restante.mail.MailStore;
import org.restante.message.MessageDraft;
import org.restante.protocol.ProtocolPlugin;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.connection.MemoryConnectionBuilder;

/** Plugins in memory over any mail store. */
public final class MemoryTarget implements TranscriptTarget {
  private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-01-02T03:04:05Z");

  private final MailStore store;
  private final AccountDirectory accounts;
  private final Map<String, MemoryListener> listeners = new LinkedHashMap<>();
  private final List<MemoryConnection> connections = new ArrayList<>();
  private int deliveries;

  /** Over a store in which the accounts are. */
  public MemoryTarget(MailStore store, AccountDirectory accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /** Adds a listener; the supplier makes the plugin, again for every hand-over. */
  public MemoryTarget listener(
      String name,
      Supplier<? extends ProtocolPlugin> plugin,
      UnaryOperator<MemoryConnectionBuilder> settings) {
    listeners.put(name, new MemoryListener(name, plugin, settings));
    return this;
  }

  /** Adds a listener with nothing special about it. */
  public MemoryTarget listener(String name, Supplier<? extends ProtocolPlugin> plugin) {
    return listener(name, plugin, UnaryOperator.identity());
  }

  @Override
  public TranscriptPeer connect(String name) {
    MemoryListener listener =
        name.isEmpty() ? listeners.values().iterator().next() : listeners.get(name);
    if (listener == null) {
      throw new AssertionError("no listener " + name + " in " + listeners.keySet());
    }
    MemoryConnection connection = listener.connect();
    connections.add(connection);
    return new MemoryPeer(connection, listener.plugin());
  }

  @Override
  public void deliver(String login, byte[] letter) {
    Account account =
        accounts.findByLogin(login).orElseThrow(() -> new AssertionError("no account " + login));
    try (MessageDraft draft = store.draft()) {
      draft.write(letter);
      List<Recipient> recipient = List.of(Recipient.inbox(account.id()));
      String id = "transcript-" + deliveries++;
      if (store.deliver(new Delivery(id, draft, RECEIVED, recipient)).getFirst()
          instanceof DeliveryOutcome.Refused refused) {
        throw new AssertionError("the letter was refused", refused.reason());
      }
    }
  }

  @Override
  public void advance(Duration time) {
    connections.forEach(connection -> connection.advance(time));
  }

  @Override
  public void close() {
    connections.forEach(MemoryConnection::close);
  }

  private record MemoryListener(
      String name,
      Supplier<? extends ProtocolPlugin> plugin,
      UnaryOperator<MemoryConnectionBuilder> settings) {

    MemoryConnection connect() {
      return settings.apply(MemoryConnection.to(plugin.get()).listener(name)).connect();
    }
  }
}
