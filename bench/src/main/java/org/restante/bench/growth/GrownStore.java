package org.restante.bench.growth;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Collections;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;

/** The real store in a directory, with its defaults, and accounts of one mailbox each. */
final class GrownStore implements AutoCloseable {
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2026-11-24T04:00:00Z");
  private static final int AT_ONCE = 5_000;

  private final RocksKeyValueEngine engine;
  private final EngineMailStore mail;

  GrownStore(Path directory) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    engine = RocksKeyValueEngine.open(directory, RocksSettings.defaults(), registry);
    mail = EngineMailStore.over(engine, registry, MailStoreSettings.defaults());
  }

  EngineMailStore mail() {
    return mail;
  }

  /** The INBOX of an account, which is made where it is missing. */
  Mailbox inbox(String account) {
    AccountId id =
        mail.accounts()
            .findByLogin(account)
            .orElseGet(() -> mail.accounts().create(account, "", QuotaLimits.NONE))
            .id();
    return mail.mailbox(id, MailboxName.INBOX).orElseThrow();
  }

  /** Appends short letters that are read. */
  void fill(MailboxRef mailbox, int messages) {
    try (MessageDraft draft = mail.draft()) {
      draft.write("Subject: one of many\r\n\r\nText.\r\n".getBytes(StandardCharsets.US_ASCII));
      NewMessage message = new NewMessage(draft, Flags.of(SystemFlag.SEEN), DATE);
      for (int done = 0; done < messages; done += AT_ONCE) {
        mail.append(mailbox, Collections.nCopies(Math.min(AT_ONCE, messages - done), message));
      }
    }
  }

  @Override
  public void close() {
    mail.close();
    engine.close();
  }
}
