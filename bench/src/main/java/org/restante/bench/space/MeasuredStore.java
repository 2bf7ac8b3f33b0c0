package org.restante.bench.space;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.blob.BlobFigures;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.Recipient;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.mailstore.settings.Retentions;
import org.restante.message.MessageDraft;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;

/**
 * A store as the server has it, but that it retains nothing and collects at once, in a directory
 * that is measured.
 */
final class MeasuredStore implements AutoCloseable {
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2026-11-24T09:00:00Z");

  private final RocksKeyValueEngine engine;
  private final EngineMailStore store;
  private final List<AccountId> accounts;

  MeasuredStore(Path directory, int accounts) {
    RocksSettings usual = RocksSettings.defaults();
    RocksSettings settings =
        new RocksSettings(
            usual.tuning(),
            Duration.ZERO,
            Duration.ofSeconds(1),
            usual.inOneWrite(),
            usual.chunk(),
            usual.reserve());
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    this.engine = RocksKeyValueEngine.open(directory, settings, registry);
    this.store =
        EngineMailStore.over(
            engine, registry, MailStoreSettings.builder().retention(Retentions.NONE).build());
    this.accounts = IntStream.range(0, accounts).mapToObj(this::account).toList();
  }

  private AccountId account(int number) {
    String login = "user" + number + "@localhost";
    return store
        .accounts()
        .findByLogin(login)
        .orElseGet(() -> store.accounts().create(login, "none", QuotaLimits.NONE))
        .id();
  }

  MailStore mail() {
    return store;
  }

  int accounts() {
    return accounts.size();
  }

  MailboxRef inbox(int account) {
    return store.mailbox(accounts.get(account), MailboxName.INBOX).orElseThrow().ref();
  }

  /** One letter to some accounts, from one on; its octets as often as it has recipients. */
  long deliver(String id, byte[] letter, int first, int recipients) {
    List<Recipient> to =
        IntStream.range(0, recipients)
            .mapToObj(n -> Recipient.inbox(accounts.get((first + n) % accounts.size())))
            .toList();
    try (MessageDraft draft = store.draft()) {
      draft.write(letter, 0, letter.length);
      for (DeliveryOutcome outcome : store.deliver(new Delivery(id, draft, DATE, to))) {
        if (!(outcome instanceof DeliveryOutcome.Delivered)) {
          throw new IllegalStateException("letter " + id + " was refused: " + outcome);
        }
      }
    }
    return (long) letter.length * recipients;
  }

  BlobFigures figures() {
    return engine.blobs().figures();
  }

  /** Octets of all files. */
  long physical() {
    return engine.database().footprint().filesSize();
  }

  /** The same without the write-ahead log, which is as long as it may be and not longer. */
  long tables() {
    return physical() - engine.database().footprint().walSize();
  }

  @Override
  public void close() {
    store.close();
    engine.close();
  }
}
