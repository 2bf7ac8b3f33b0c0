package org.restante.mailstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.migration.Migration;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.LinkedMessage;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.refusal.StoreUnavailable;
import org.restante.testkit.engine.MemoryEngine;

/** A store of format 1, made of rows as that release wrote them, becomes one of this release's. */
final class MigrationTest {
  private static final byte[] LETTER = "Subject: old\r\n\r\nfrom before\r\n".getBytes(UTF_8);

  private final MemoryEngine engine = new MemoryEngine();
  private final BlobId blob = store();

  private BlobId store() {
    try (BlobDraft draft = engine.blobs().draft();
        Batch batch = engine.partition(1).batch()) {
      draft.write(LETTER, 0, LETTER.length);
      BlobId id = draft.seal();
      batch.link(id, 1, new byte[0]).commit(Durability.SYNC);
      return id;
    }
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private void put(long partition, String key, String value) {
    try (Batch batch = engine.partition(partition).batch()) {
      batch.put(octets(key), octets(value)).commit(Durability.SYNC);
    }
  }

  /** One account, user@localhost, with one letter in INBOX. */
  private void formatOne() {
    put(0, "01", "00000001 0000000000000002");
    put(
        0,
        "02 0000000000000001",
        "01 7fffffffffffffff 7fffffffffffffff 0e" + hex("user@localhost"));
    put(0, "03" + hex("user@localhost"), "0000000000000001");
    put(0, "04 0000000000000001", hex("secret"));
    put(
        1,
        "01",
        "0000000000000000 0000000000000002 0000000000000002 0000000000000002 0000000065000000"
            + number(LETTER.length)
            + "0000000000000001");
    put(
        1,
        "02 0000000000000001",
        "05"
            + hex("INBOX")
            + "00 65000000 0000000000000002 0000000000000002 0000000000000001"
            + "0000000000000001 0000000000000000"
            + number(LETTER.length)
            + "0000000000000001 0000000000000000 0000000000000000");
    put(1, "03 0000000000000001 0000000000000001", "00 0000000000000002");
    put(
        1,
        "04 0000000000000001 0000000000000001",
        "0000000000000001"
            + blob
            + number(LETTER.length)
            + "0000000065000000 00000e10 0000000065000001");
  }

  private static String number(long value) {
    return HexFormat.of().toHexDigits(value);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  private List<LinkedMessage> links() {
    List<LinkedMessage> links = new ArrayList<>();
    engine
        .blobs()
        .links((id, partition, owner, about) -> links.add(Codec.readAbout(id, owner, about)));
    return links;
  }

  private int format() {
    return Codec.readSystem(
            Objects.requireNonNull(
                engine.partition(KeyValueEngine.SYSTEM_PARTITION).get(Schema.systemKey())))
        .format();
  }

  private EngineMailStore open() {
    MailStoreSettings settings =
        MailStoreSettings.builder().engineWait(Duration.ofSeconds(9)).build();
    return EngineMailStore.over(engine, new SimpleMeterRegistry(), settings);
  }

  @Test
  void everythingIsThereAndLinksTell() {
    formatOne();
    try (EngineMailStore store = open()) {
      Account user = store.accounts().findByLogin("user").orElseThrow();
      assertThat(store.accounts().credential(user.id())).contains("secret");
      Mailbox inbox = store.mailbox(user.id(), MailboxName.INBOX).orElseThrow();
      assertThat(inbox.exists()).isEqualTo(1);
      assertThat(inbox.uidValidity()).isEqualTo(0x65000000L);
      assertThat(store.inspection().inspect(user.id())).isEmpty();
    }
    assertThat(format()).isEqualTo(Schema.FORMAT);
    assertThat(links()).hasSize(1);
    assertThat(links().getFirst().mailbox()).isEqualTo(1);
    assertThat(links().getFirst().message().size()).isEqualTo(LETTER.length);
    assertThat(engine.partition(0).get(Schema.migrationKey())).isNull();
  }

  /** In format 1 all limits were an account's own; none is from now on the domain's. */
  @Test
  void limitsOfItsOwnStayAnAccountsOwn() {
    formatOne();
    put(
        0,
        "02 0000000000000002",
        "00 0000000000000005 7fffffffffffffff 0f" + hex("small@localhost"));
    try (EngineMailStore store = open()) {
      List<Account> accounts = store.accounts().list();
      assertThat(accounts).extracting(Account::ownQuota).containsExactly(true, false);
      assertThat(accounts).extracting(Account::enabled).containsExactly(false, true);
      assertThat(accounts.getFirst().quota()).isEqualTo(new QuotaLimits(5, QuotaLimits.UNLIMITED));
      assertThat(accounts.getLast().quota()).isEqualTo(QuotaLimits.NONE);
    }
  }

  @Test
  void aComponentMigratesWithoutHoldingItsCaller() {
    MemoryEngine empty = new MemoryEngine();
    try (EngineMailStore store =
        EngineMailStore.over(empty, new SimpleMeterRegistry(), MailStoreSettings.defaults())) {
      store.unbindEngine(empty);
      formatOne();
      store.bindEngine(engine);
      assertThat(store.accounts().list()).hasSize(1);
    }
    assertThat(format()).isEqualTo(Schema.FORMAT);
  }

  @Test
  void whatWasCutOffGoesOn() {
    formatOne();
    assertThatThrownBy(
            () ->
                Migration.run(
                    engine,
                    1,
                    text -> {
                      throw new IllegalStateException("cut off");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(engine.partition(0).get(Schema.migrationKey())).isNotNull();
    assertThat(format()).isEqualTo(1);
    open().close();
    assertThat(format()).isEqualTo(Schema.FORMAT);
    assertThat(links()).hasSize(1);
  }

  @Test
  void aMessageWithoutContentDoesNotHoldTheOthersUp() {
    formatOne();
    put(
        1,
        "04 0000000000000001 0000000000000002",
        "0000000000000002"
            + "ab".repeat(32)
            + number(5)
            + "0000000065000000 00000e10 0000000065000001");
    open().close();
    assertThat(format()).isEqualTo(Schema.FORMAT);
    assertThat(links()).hasSize(1);
  }

  @Test
  void aNewerFormatIsRefusedAndLeftAlone() {
    put(0, "01", "00000063 0000000000000002");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("install the release that wrote it");
    assertThat(format()).isEqualTo(0x63);
  }
}
