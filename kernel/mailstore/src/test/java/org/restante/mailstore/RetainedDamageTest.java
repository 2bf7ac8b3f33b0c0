package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.UidSet;
import org.restante.retention.RetainedMailbox;
import org.restante.retention.RetainedMessage;
import org.restante.testkit.engine.MemoryEngine;

/** Rows of retained mail that can't be read cost no letter, and no room for ever. */
final class RetainedDamageTest {
  private static final MailStoreSettings SETTINGS =
      MailStoreSettings.builder().engineWait(Duration.ofSeconds(20)).build();

  private final MemoryEngine engine = new MemoryEngine();

  private void damage(TestMail mail, KeyRange range) {
    byte[] key =
        RowPages.page(engine.partition(mail.account.value()), range, 1).getFirst().octetsOfKey();
    try (Batch batch = engine.partition(mail.account.value()).batch()) {
      batch.put(key, new byte[] {1, 2, 3}).commit(Durability.SYNC);
    }
  }

  private static List<Long> uids(TestMail mail) {
    List<Long> uids = new ArrayList<>();
    mail.store
        .retention()
        .messages(
            mail.account,
            message -> {
              uids.add(message.uid());
              return true;
            });
    return uids;
  }

  private static void sound(TestMail mail) {
    assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
  }

  private void nothingIsLeft(TestMail mail) {
    mail.store.retention().purge(mail.account, Instant.now().plusSeconds(10));
    sound(mail);
    engine.blobs().collect(Duration.ZERO);
    assertThat(engine.blobs().figures().blobs()).isZero();
  }

  @Test
  void aRepairWritesTheRowOfAMessageAgainFromItsLink() {
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      mail.append(3);
      mail.seen(UidSet.ALL);
      mail.store.expunge(mail.inbox(), UidSet.ALL, ExpungeScope.ALL);
      damage(mail, Schema.retained());
      assertThat(uids(mail)).containsExactly(3L, 2L);
      assertThat(mail.store.inspection().inspect(mail.account))
          .anySatisfy(found -> assertThat(found.message()).contains("unreadable row"));
      assertThat(mail.store.repair().repair(mail.account)).isNotEmpty();
      sound(mail);
      assertThat(uids(mail)).containsExactly(3L, 2L, 1L);
      List<RetainedMessage> kept = new ArrayList<>();
      mail.store.retention().messages(mail.account, kept::add);
      assertThat(mail.store.retention().restore(mail.account, Set.of(kept.getLast().messageId())))
          .hasSize(1);
      assertThat(mail.mailbox("INBOX").exists()).isEqualTo(1);
      mail.store.expunge(mail.inbox(), UidSet.ALL, ExpungeScope.ALL);
      nothingIsLeft(mail);
    }
  }

  @Test
  void aPurgeTakesTheContentWithIt() {
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      mail.append(2);
      mail.store.expunge(mail.inbox(), UidSet.ALL, ExpungeScope.ALL);
      damage(mail, Schema.retained());
      nothingIsLeft(mail);
    }
  }

  @Test
  void aDeletedMailboxIsCountedAgain() {
    try (TestMail mail = new TestMail(engine, SETTINGS)) {
      MailboxName name = MailboxName.parse("box", '/');
      Mailbox box = mail.store.create(mail.account, name, Optional.empty());
      mail.append(2);
      mail.store.move(mail.inbox(), UidSet.ALL, box.ref());
      mail.store.delete(mail.account, name);
      damage(mail, Schema.gone());
      assertThat(mail.store.retention().mailboxes(mail.account)).isEmpty();
      assertThat(mail.store.repair().repair(mail.account)).isNotEmpty();
      sound(mail);
      RetainedMailbox kept = mail.store.retention().mailboxes(mail.account).getFirst();
      assertThat(kept.messages()).isEqualTo(2);
      Mailbox back = mail.store.retention().restoreMailbox(mail.account, kept.id(), name);
      assertThat(back.exists()).isEqualTo(2);
      assertThat(back.uidNext()).isEqualTo(box.uidNext() + 2);
      sound(mail);
      mail.store.delete(mail.account, name);
      damage(mail, Schema.gone());
      nothingIsLeft(mail);
    }
  }
}
