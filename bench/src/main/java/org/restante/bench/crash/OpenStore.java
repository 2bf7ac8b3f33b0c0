package org.restante.bench.crash;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.inspection.Finding;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;
import org.restante.rocksdb.table.Tuning;

/**
 * The real store in a directory, with the accounts and mailboxes of the clients. It has little
 * memory and collects all the time, so that a kill also meets flushes, compactions and collection.
 */
final class OpenStore implements AutoCloseable {
  private static final RocksSettings SETTINGS = settings();

  private final RocksKeyValueEngine engine;
  private final EngineMailStore mail;

  /** Opens it; {@code wrap} may come between the mail store and the engine. */
  OpenStore(Path directory, UnaryOperator<KeyValueEngine> wrap) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    engine = RocksKeyValueEngine.open(directory, SETTINGS, registry);
    mail = EngineMailStore.over(wrap.apply(engine), registry, MailStoreSettings.defaults());
  }

  EngineMailStore mail() {
    return mail;
  }

  /** Makes what is not there yet. */
  void prepare(int clients) {
    for (int number = 0; number < Client.accounts(); number++) {
      String address = address(number);
      if (mail.accounts().findByLogin(address).isEmpty()) {
        mail.accounts().create(address, "", QuotaLimits.NONE);
      }
    }
    for (int client = 0; client < clients; client++) {
      AccountId account = account(client % Client.accounts());
      for (int box = 0; box < 2; box++) {
        if (mail.mailbox(account, name(client, box)).isEmpty()) {
          mail.create(account, name(client, box), Optional.empty());
        }
      }
    }
  }

  AccountId account(int number) {
    return mail.accounts().findByLogin(address(number)).map(Account::id).orElseThrow();
  }

  Mailbox box(Client client, int box) {
    return mail.mailbox(account(client.account()), name(client.number(), box)).orElseThrow();
  }

  Mailbox inbox(int account) {
    return mail.mailbox(account(account), MailboxName.INBOX).orElseThrow();
  }

  List<Finding> inspect(int account) {
    return mail.inspection().inspect(account(account));
  }

  @Override
  public void close() {
    mail.close();
    engine.close();
  }

  private static RocksSettings settings() {
    RocksSettings usual = RocksSettings.defaults();
    return new RocksSettings(
        new Tuning(8 << 20, 8, 2, usual.tuning().rows(), usual.tuning().contents()),
        Duration.ofMillis(200),
        Duration.ofMillis(300),
        usual.inOneWrite(),
        usual.chunk(),
        usual.reserve());
  }

  private static String address(int number) {
    return "account" + number;
  }

  private static MailboxName name(int client, int box) {
    return new MailboxName(List.of("client" + client, "box" + box));
  }
}
