package org.restante.bench.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.core.sasl.MechanismTable;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.Recipient;
import org.restante.imap.ImapPlugin;
import org.restante.imap.settings.ImapSettings;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.MessageDraft;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.corpus.Corpus;
import org.restante.testkit.engine.MemoryEngine;

/** A plugin over a mail store in memory, with letters of every kind in an INBOX. */
final class FuzzWorld implements AutoCloseable {
  private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-01-02T03:04:05Z");
  private static final int LARGEST = 2000;
  private static final int LETTERS = 22; // one of each kind
  private static final QuotaLimits ROOM = new QuotaLimits(4 << 20, 120); // COPY 1:* doubles

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final EngineMailStore store =
      EngineMailStore.over(new MemoryEngine(), registry, MailStoreSettings.defaults());
  private final ImapPlugin plugin;

  FuzzWorld(long seed) {
    Account owner = store.accounts().create("user1", "pass", ROOM);
    store.accounts().create("user2", "pass", ROOM);
    PlainAuthenticator authenticator = new PlainAuthenticator(store.accounts());
    ImapSettings settings =
        ImapSettings.defaults()
            .withQuotaAdministrators(Set.of("user1@localhost"))
            .withProgressEvery(Duration.ZERO);
    plugin =
        new ImapPlugin(
            store,
            store.accounts(),
            authenticator,
            new MechanismTable(authenticator),
            registry,
            settings);
    new Corpus(seed, LARGEST)
        .letters(LETTERS)
        .forEach(letter -> deliver(owner, letter.number(), letter.octets()));
  }

  private void deliver(Account owner, int number, byte[] letter) {
    try (MessageDraft draft = store.draft()) {
      draft.write(letter);
      List<Recipient> recipient = List.of(Recipient.inbox(owner.id()));
      Delivery delivery = new Delivery("fuzz-" + number, draft, RECEIVED, recipient);
      if (store.deliver(delivery).getFirst() instanceof DeliveryOutcome.Refused refused) {
        throw new IllegalStateException("letter " + number + " is refused", refused.reason());
      }
    }
  }

  /** A session in a state. */
  Dialogue session(FuzzState state) {
    Dialogue dialogue = Dialogue.with(plugin);
    dialogue.say(state.way().getBytes(US_ASCII));
    return dialogue;
  }

  @Override
  public void close() {
    store.close();
  }
}
