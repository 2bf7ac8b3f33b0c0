package org.restante.mailstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.mailstore.settings.Retentions;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** A store with one user, for tests of what the contract does not say. */
final class TestMail implements AutoCloseable {
  static final OffsetDateTime DATE = OffsetDateTime.parse("2020-01-01T00:00:00Z");

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final EngineMailStore store;
  final AccountId account;

  TestMail(KeyValueEngine engine) {
    this(
        engine,
        MailStoreSettings.builder()
            .engineWait(Duration.ofSeconds(20))
            .retention(Retentions.NONE)
            .build());
  }

  TestMail(KeyValueEngine engine, MailStoreSettings settings) {
    store = EngineMailStore.over(engine, registry, settings);
    account =
        store
            .accounts()
            .findByLogin("user")
            .orElseGet(() -> store.accounts().create("user", "secret", QuotaLimits.NONE))
            .id();
  }

  MailboxRef inbox() {
    return mailbox("INBOX").ref();
  }

  Mailbox mailbox(String name) {
    return store.mailbox(account, MailboxName.parse(name, '/')).orElseThrow();
  }

  UidSet append(int count) {
    List<NewMessage> messages = new ArrayList<>();
    try (MessageDraft draft = store.draft()) {
      draft.write("Subject: a letter\r\n\r\nwith a body\r\n".getBytes(UTF_8));
      for (int i = 0; i < count; i++) {
        messages.add(new NewMessage(draft, Flags.NONE, DATE));
      }
      return store.append(inbox(), messages).uids();
    }
  }

  FlagOutcome seen(UidSet uids) {
    return store.updateFlags(
        inbox(), uids, new FlagUpdate(FlagUpdate.Mode.ADD, Flags.of(SystemFlag.SEEN)));
  }

  @Override
  public void close() {
    store.close();
  }
}
