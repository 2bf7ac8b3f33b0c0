package org.restante.mailstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome.Refused;
import org.restante.delivery.Recipient;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.mail.Watch;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.mailstore.content.StoredDraft;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.SystemRow;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.refusal.StoreUnavailable;
import org.restante.testkit.engine.MemoryEngine;

/** Engines come and go under the store. */
final class EngineReplacementTest {
  private static final MailStoreSettings IMPATIENT =
      MailStoreSettings.builder().engineWait(Duration.ofMillis(1)).build();
  private static final byte[] LONG = new byte[StoredDraft.KEPT_OCTETS + 1];

  @Test
  void callsWaitForTheNextEngineAndFindEverything() throws Exception {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      mail.append(2);
      MailboxRef inbox = mail.inbox();
      mail.store.unbindEngine(first);
      CountDownLatch called = new CountDownLatch(1);
      Future<Long> waiting =
          threads.submit(
              () -> {
                called.countDown();
                return mail.store.usage(mail.account).messages();
              });
      assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
      mail.store.bindEngine(first.reopen());
      assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(2);
      assertThat(mail.append(1)).isEqualTo(UidSet.of(3));
      assertThat(mail.store.view(inbox).exists()).isEqualTo(3);
    }
  }

  @Test
  void aCallThatFindsItsEngineClosedIsMadeAgainOnTheNext() throws Exception {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      mail.append(1);
      MailboxRef inbox = mail.inbox();
      MemoryEngine second = first.reopen(); // closes the first, which is still bound
      Future<UidSet> waiting = threads.submit(() -> mail.seen(UidSet.ALL).updated());
      mail.store.bindEngine(second);
      mail.store.unbindEngine(first);
      assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(UidSet.of(1));
      assertThat(mail.store.view(inbox).mailbox().unseen()).isZero();
    }
  }

  @Test
  void withoutAnEngineInTimeTheStoreIsUnavailable() {
    MemoryEngine engine = new MemoryEngine();
    try (TestMail mail = new TestMail(engine, IMPATIENT)) {
      mail.store.unbindEngine(engine);
      assertThatThrownBy(() -> mail.store.mailboxes(mail.account))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("replaced");
      assertThatThrownBy(mail.store::draft).isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  void aDraftInMemoryGoesOnWithTheNextEngine() {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first);
        MessageDraft draft = mail.store.draft()) {
      draft.write("Subject: half\r\n".getBytes(UTF_8));
      MemoryEngine second = first.reopen();
      draft.write("\r\nand half".getBytes(UTF_8));
      mail.store.bindEngine(second);
      List<NewMessage> messages = List.of(new NewMessage(draft, Flags.NONE, TestMail.DATE));
      mail.store.append(mail.inbox(), messages);
      mail.store.bindEngine(second.reopen()); // it was used already, and is used again
      mail.store.append(mail.inbox(), messages);
      assertThat(mail.mailbox("INBOX").exists()).isEqualTo(2);
      assertThat(mail.mailbox("INBOX").octets()).isEqualTo(2 * draft.size()).isEqualTo(2 * 25);
    }
  }

  @Test
  void aLongDraftOfAnEngineThatHasGoneFailsByNameAndCanBeClosed() {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first)) {
      MailboxRef inbox = mail.inbox();
      MessageDraft draft = mail.store.draft();
      draft.write(LONG);
      mail.store.bindEngine(first.reopen());
      List<NewMessage> messages = List.of(new NewMessage(draft, Flags.NONE, TestMail.DATE));
      assertThatThrownBy(() -> mail.store.append(inbox, messages))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("draft");
      assertThatThrownBy(() -> draft.write(LONG))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("draft");
      draft.close();
      assertThat(mail.mailbox("INBOX").exists()).isZero();
    }
  }

  @Test
  void aDraftThatGrowsTooLongWithoutAnEngineFailsByName() {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first);
        MessageDraft draft = mail.store.draft()) {
      mail.store.bindEngine(first.reopen());
      draft.write("Subject: short\r\n\r\n".getBytes(UTF_8));
      assertThatThrownBy(() -> draft.write(LONG)).isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  void aDeliveryWhoseDraftIsLostIsRefusedToEachRecipient() {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first);
        MessageDraft draft = mail.store.draft()) {
      draft.write(LONG);
      mail.store.bindEngine(first.reopen());
      Recipient inbox = Recipient.inbox(mail.account);
      for (List<Recipient> recipients : List.of(List.of(inbox), List.of(inbox, inbox))) {
        Delivery delivery = new Delivery("d", draft, TestMail.DATE, recipients);
        assertThat(mail.store.deliver(delivery))
            .hasSameSizeAs(recipients)
            .allSatisfy(
                outcome ->
                    assertThat(outcome)
                        .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                assertThat(refused.reason()).isInstanceOf(StoreUnavailable.class)));
      }
    }
  }

  @Test
  void viewsAndWatchesStayAndSnapshotsReadOn() throws Exception {
    MemoryEngine first = new MemoryEngine();
    CountDownLatch heard = new CountDownLatch(2);
    try (TestMail mail = new TestMail(first);
        Watch watch = mail.store.watch(mail.account, change -> heard.countDown())) {
      mail.append(2);
      MailboxView view = mail.store.view(mail.inbox());
      MailboxSnapshot snapshot = mail.store.snapshot(mail.inbox());
      mail.store.bindEngine(first.reopen());
      assertThat(snapshot.message(1)).isPresent();
      snapshot.close();
      mail.seen(UidSet.of(2));
      assertThat(view.exists()).isEqualTo(2);
      assertThat(mail.store.view(mail.inbox()).since(view).changed()).isEqualTo(UidSet.of(2));
      assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void whatIsBeingReadIsReadToItsEnd() throws Exception {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first)) {
      mail.append(3);
      MailboxSnapshot snapshot = mail.store.snapshot(mail.inbox());
      StoredMessage message = snapshot.message(1).orElseThrow();
      MessageContent content = snapshot.content(message);
      byte[] before = content.stream(0, message.size()).readNBytes(4);
      mail.store.bindEngine(first.reopen());
      byte[] after = content.stream(0, message.size()).readNBytes(4);
      assertThat(after).isEqualTo(before);
      content.close();
      List<Long> visited = new ArrayList<>();
      snapshot.messages(UidSet.ALL, each -> visited.add(each.uid()));
      assertThat(visited).containsExactly(1L, 2L, 3L);
      assertThat(snapshot.index(message).size()).isEqualTo(message.size());
      snapshot.close();
    }
  }

  @Test
  void theHistoryOfAnEngineThatHasGoneFailsByName() {
    MemoryEngine first = new MemoryEngine();
    try (TestMail mail = new TestMail(first)) {
      mail.append(2);
      MailboxSnapshot snapshot = mail.store.snapshot(mail.inbox());
      mail.store.bindEngine(first.reopen());
      assertThatThrownBy(() -> snapshot.changesSince(1)).isInstanceOf(StoreUnavailable.class);
      snapshot.close();
    }
  }

  @Test
  void dataOfANewerReleaseIsRefusedInWords() {
    MemoryEngine engine = new MemoryEngine();
    try (Batch batch = engine.partition(KeyValueEngine.SYSTEM_PARTITION).batch()) {
      batch
          .put(Schema.systemKey(), Codec.write(new SystemRow(Schema.FORMAT + 1, 1)))
          .commit(Durability.SYNC);
    }
    assertThatThrownBy(() -> new TestMail(engine, IMPATIENT))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("format 3");
    MemoryEngine good = new MemoryEngine();
    try (TestMail mail = new TestMail(good, IMPATIENT)) {
      mail.store.unbindEngine(good);
      mail.store.bindEngine(engine);
      assertThatThrownBy(() -> mail.store.mailboxes(mail.account))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("format 3");
    }
  }
}
