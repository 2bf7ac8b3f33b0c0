package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.EngineCapabilities;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.UidSet;
import org.restante.refusal.LimitReached;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.mail.LargeCommitContract;
import org.restante.testkit.mail.MailWorld;

/** Large commits in memory, and what becomes of them where the engine has no room. */
final class LargeCommitTest extends LargeCommitContract {
  private static final EngineCapabilities NARROW =
      new EngineCapabilities(255, 1 << 16, 1 << 20, 1_000, true, false);

  @Override
  protected MailWorld open() {
    EngineMailStore store =
        EngineMailStore.over(
            new MemoryEngine(), new SimpleMeterRegistry(), MailStoreSettings.defaults());
    return new MailWorld(
        store, store.accounts(), store.accounts().domains(), store.retention(), store.imports());
  }

  @Test
  void withoutRoomFlagsAndExpungeGoInSlicesAndTheRestIsRefused() {
    try (TestMail mail = new TestMail(new MemoryEngine(NARROW))) {
      MailboxRef box =
          mail.store.create(mail.account, MailboxName.parse("box", '/'), Optional.empty()).ref();
      for (int i = 0; i < 20; i++) {
        mail.append(100);
      }
      Mailbox before = mail.mailbox("INBOX");
      assertThatThrownBy(() -> mail.store.copy(mail.inbox(), UidSet.ALL, box))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("fewer messages");
      assertThatThrownBy(() -> mail.store.move(mail.inbox(), UidSet.ALL, box))
          .isInstanceOf(LimitReached.class);
      assertThat(mail.mailbox("INBOX")).isEqualTo(before);
      assertThat(mail.mailbox("box").exists()).isZero();
      assertThat(mail.seen(UidSet.ALL).updated()).isEqualTo(UidSet.range(1, 2_000));
      assertThat(mail.mailbox("INBOX").highestModSeq()).isGreaterThan(before.highestModSeq() + 1);
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
      mail.store.expunge(mail.inbox(), UidSet.ALL, org.restante.mailbox.ExpungeScope.ALL);
      assertThat(mail.mailbox("INBOX").exists()).isZero();
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
  }
}
