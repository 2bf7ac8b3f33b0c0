package org.restante.mailstore.salvage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.inspection.DamagedLetter;
import org.restante.inspection.DamagedLetter.Loss;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.testkit.engine.MemoryEngine;

/**
 * Rows that are gone are written again where something tells of them, and named where nothing does.
 */
final class StoreSalvageTest {
  private final MemoryEngine engine = new MemoryEngine();
  private EngineMailStore store = over(engine);
  private final AccountId account = store.accounts().create("user", "x", QuotaLimits.NONE).id();
  private final long inbox = inbox().ref().mailbox();

  @BeforeEach
  void appendFive() {
    for (int i = 0; i < 5; i++) {
      try (MessageDraft draft = store.draft()) {
        draft.write(("Subject: " + i + "\r\n\r\n").getBytes(UTF_8));
        OffsetDateTime date = OffsetDateTime.parse("2020-01-01T00:00:00Z");
        NewMessage message = new NewMessage(draft, Flags.of(SystemFlag.SEEN), date);
        store.append(inbox().ref(), List.of(message));
      }
    }
  }

  private static EngineMailStore over(KeyValueEngine engine) {
    return EngineMailStore.over(engine, new SimpleMeterRegistry(), MailStoreSettings.defaults());
  }

  private Mailbox inbox() {
    return store.mailbox(account, MailboxName.INBOX).orElseThrow();
  }

  private void change(Consumer<Batch> change) {
    try (Batch batch = engine.partition(account.value()).batch()) {
      change.accept(batch);
      batch.commit(Durability.SYNC);
    }
  }

  private StoredMessage message(long uid) {
    byte[] row = engine.partition(account.value()).get(Schema.coldKey(inbox, uid));
    return Codec.readCold(uid, ByteBuffer.wrap(Objects.requireNonNull(row)));
  }

  private DamagedLetter lost(long uid, Loss loss) {
    return new DamagedLetter(account, inbox, uid, loss);
  }

  private void reopenDamaged() {
    store.close();
    store = over(new DamagedEngine(engine));
  }

  private void isSound() {
    assertThat(store.inspection().inspect(account)).isEmpty();
  }

  @Test
  void aSoundAccountStaysAsItIs() {
    long modSeq = inbox().highestModSeq();
    assertThat(store.repair().repair(account)).isEmpty();
    assertThat(store.repair().damaged()).isEmpty();
    assertThat(inbox().highestModSeq()).isEqualTo(modSeq);
  }

  @Test
  void aDeletedMailboxThatIsRetainedStaysDeleted() {
    MailboxName box = MailboxName.parse("Box", '/');
    MailboxRef ref = store.create(account, box, Optional.empty()).ref();
    store.move(inbox().ref(), UidSet.range(1, 2), ref);
    store.delete(account, box);
    reopenDamaged();
    store.repair().repair(account);
    assertThat(store.mailboxes(account)).containsExactly(inbox());
    isSound();
    assertThat(store.retention().restoreMailbox(account, ref.mailbox(), box).exists()).isEqualTo(2);
    isSound();
  }

  @Test
  void countersAreCountedAgain() {
    byte[] key = Schema.mailboxKey(inbox);
    byte[] row = Objects.requireNonNull(engine.partition(account.value()).get(key));
    row[row.length - 64 + 7] += 1;
    change(batch -> batch.put(key, row));
    store.close();
    store = over(engine);
    assertThat(store.repair().repair(account)).isNotEmpty();
    isSound();
    assertThat(inbox().exists()).isEqualTo(5);
  }

  @Test
  void lostFlagsAreNamedUntilTheyAreSetAgain() {
    change(batch -> batch.delete(Schema.hotKey(inbox, 2)));
    store.close();
    store = over(engine);
    store.repair().repair(account);
    assertThat(store.repair().damaged()).containsExactly(lost(2, Loss.FLAGS));
    isSound();
    assertThat(inbox().unseen()).isEqualTo(1);
    store.expunge(inbox().ref(), UidSet.of(2), ExpungeScope.ALL);
    store.repair().repair(account);
    assertThat(store.repair().damaged()).isEmpty();
  }

  @Test
  void aLostContentIsNamedAndTheOthersAreNot() {
    StoredMessage gone = message(3);
    change(batch -> batch.unlink(gone.blob(), gone.messageId()));
    engine.blobs().collect(java.time.Duration.ZERO);
    store.repair().repair(account);
    assertThat(store.repair().damaged()).containsExactly(lost(3, Loss.CONTENT));
    assertThat(inbox().exists()).isEqualTo(5);
  }

  @Test
  void aMessageIsWrittenAgainFromItsLink() {
    StoredMessage before = message(4);
    change(batch -> batch.delete(Schema.coldKey(inbox, 4)));
    reopenDamaged();
    assertThat(message(4)).isEqualTo(before);
    assertThat(store.repair().damaged()).isEmpty();
    isSound();
  }

  @Test
  void aLostCommitIsNamedAndItsNumbersArePassedOver() {
    StoredMessage gone = message(3);
    long uidNext = inbox().uidNext();
    long modSeq = inbox().highestModSeq();
    List<byte[]> changes = changes();
    change(
        batch ->
            batch
                .delete(Schema.hotKey(inbox, 3))
                .delete(Schema.coldKey(inbox, 3))
                .delete(Schema.structureKey(gone.messageId()))
                .delete(changes.get(changes.size() - 3))
                .unlink(gone.blob(), gone.messageId()));
    reopenDamaged();
    assertThat(store.repair().damaged()).containsExactly(lost(3, Loss.MESSAGE));
    assertThat(inbox().exists()).isEqualTo(4);
    assertThat(inbox().uidNext()).isGreaterThan(uidNext);
    assertThat(inbox().highestModSeq()).isGreaterThan(modSeq);
    isSound();
    store.repair().repair(account);
    assertThat(store.repair().damaged()).containsExactly(lost(3, Loss.MESSAGE));
  }

  @Test
  void anAccountWithoutItsOwnRowsIsMadeOfItsMessages() {
    change(batch -> batch.delete(Schema.accountKey()).delete(Schema.mailboxKey(inbox)));
    reopenDamaged();
    Mailbox recovered =
        store.mailboxes(account).stream()
            .filter(mailbox -> mailbox.exists() == 5)
            .findFirst()
            .orElseThrow();
    assertThat(recovered.uidNext()).isGreaterThan(5);
    assertThat(store.mailbox(account, MailboxName.INBOX)).isPresent();
    isSound();
  }

  private List<byte[]> changes() {
    List<byte[]> keys = new ArrayList<>();
    engine
        .partition(account.value())
        .scan(
            Schema.changes(),
            Order.ASCENDING,
            Integer.MAX_VALUE,
            (key, value) -> {
              byte[] copy = new byte[key.remaining()];
              key.duplicate().get(copy);
              return keys.add(copy);
            });
    return keys;
  }
}
