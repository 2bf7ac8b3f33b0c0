package org.restante.mailstore.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.inspection.Finding;
import org.restante.inspection.InspectedObject;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.schema.AccountRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.testkit.engine.MemoryEngine;

/** What is wrong is found, named and counted. */
final class ScrubTest {
  private final MemoryEngine engine = new MemoryEngine();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final EngineMailStore store =
      EngineMailStore.over(engine, registry, MailStoreSettings.defaults());
  private final AccountId account = store.accounts().create("user", "x", QuotaLimits.NONE).id();
  private final MailboxRef inbox = store.mailbox(account, MailboxName.INBOX).orElseThrow().ref();

  @BeforeEach
  void appendTwo() {
    for (int i = 0; i < 2; i++) {
      try (MessageDraft draft = store.draft()) {
        draft.write(("Subject: " + i + "\r\n\r\n").getBytes(UTF_8));
        OffsetDateTime date = OffsetDateTime.parse("2020-01-01T00:00:00Z");
        store.append(inbox, List.of(new NewMessage(draft, Flags.NONE, date)));
      }
    }
  }

  private List<Finding> inspect() {
    return store.inspection().inspect(account);
  }

  private void put(byte[] key, byte[] value) {
    try (Batch batch = engine.partition(account.value()).batch()) {
      batch.put(key, value).commit(Durability.SYNC);
    }
  }

  private byte[] get(byte[] key) {
    return Objects.requireNonNull(engine.partition(account.value()).get(key));
  }

  private double meter(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).meter().measure().iterator().next().getValue();
  }

  @Test
  void aSoundAccountHasNoFindings() {
    assertThat(inspect()).isEmpty();
    assertThat(meter("restante.scrub.checked", "object", "blob")).isEqualTo(2);
    assertThat(meter("restante.scrub.errors", "object", "count")).isZero();
    assertThat(meter("restante.quota.drift", "resource", "storage")).isZero();
  }

  @Test
  void aUsageThatIsOffIsAFindingAndADrift() {
    AccountRow row = Codec.readAccount(get(Schema.accountKey()));
    put(Schema.accountKey(), Codec.write(row.using(100, 1)));
    assertThat(inspect())
        .extracting(Finding::object, Finding::what)
        .contains(
            tuple(InspectedObject.QUOTA, "octets used"),
            tuple(InspectedObject.QUOTA, "messages used"));
    assertThat(meter("restante.quota.drift", "resource", "storage")).isEqualTo(100);
    put(Schema.accountKey(), Codec.write(row));
    assertThat(inspect()).isEmpty();
    assertThat(meter("restante.quota.drift", "resource", "storage")).isZero();
  }

  @Test
  void countersThatAreOffAreFindings() {
    byte[] key = Schema.mailboxKey(inbox.mailbox());
    MailboxRow row = Codec.readMailbox(ByteBuffer.wrap(key), ByteBuffer.wrap(get(key)));
    put(key, Codec.write(row.changed(1, 2, row.counters().plus(row.counters()))));
    assertThat(inspect())
        .extracting(Finding::what)
        .contains("exists", "unseen", "octets", "UID above UIDNEXT", "MODSEQ above HIGHESTMODSEQ");
  }

  @Test
  void rowsWithoutTheirOtherHalfAreFindings() {
    try (Batch batch = engine.partition(account.value()).batch()) {
      batch
          .delete(Schema.hotKey(inbox.mailbox(), 1))
          .delete(Schema.coldKey(inbox.mailbox(), 2))
          .put(Schema.hotKey(99, 1), get(Schema.hotKey(inbox.mailbox(), 2)))
          .commit(Durability.SYNC);
    }
    assertThat(inspect())
        .extracting(Finding::what)
        .contains(
            "message without flags",
            "flags without a message",
            "no mailbox",
            "exists",
            "structure of no message");
  }

  @Test
  void aContentThatIsMissingIsAFinding() {
    StoredMessage message;
    try (MailboxSnapshot snapshot = store.snapshot(inbox)) {
      message = snapshot.message(1).orElseThrow();
    }
    try (Batch batch = engine.partition(account.value()).batch()) {
      batch.unlink(message.blob(), message.messageId()).commit(Durability.SYNC);
    }
    engine.blobs().collect(Duration.ZERO);
    assertThat(inspect())
        .extracting(Finding::object, Finding::where, Finding::what)
        .containsExactly(tuple(InspectedObject.BLOB, "1/1 UID 1", "content is missing"));
  }
}
