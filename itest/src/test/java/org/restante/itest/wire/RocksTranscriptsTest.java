package org.restante.itest.wire;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.core.sasl.MechanismTable;
import org.restante.imap.ImapPlugin;
import org.restante.imap.settings.ImapSettings;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;
import org.restante.rocksdb.table.Compression;
import org.restante.rocksdb.table.Tuning;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.transcript.MemoryTarget;
import org.restante.testkit.transcript.Transcripts;

/** Every transcript of IMAP on RocksDB, with connections in memory: no step is left out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RocksTranscriptsTest {
  private static final RocksSettings SETTINGS =
      new RocksSettings(
          new Tuning(32 << 20, 8, 2, Compression.LZ4, Compression.ZSTD),
          Duration.ofHours(1),
          Duration.ZERO,
          128 << 10,
          16 << 10,
          0);
  private static final Map<String, QuotaLimits> ACCOUNTS =
      Map.of(
          "user1",
          QuotaLimits.NONE,
          "user2",
          QuotaLimits.NONE,
          "full",
          new QuotaLimits(QuotaLimits.UNLIMITED, 1));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RocksKeyValueEngine engine;
  private final EngineMailStore store;

  RocksTranscriptsTest(@TempDir Path folder) {
    engine = RocksKeyValueEngine.open(folder.resolve("rocksdb"), SETTINGS, registry);
    store = EngineMailStore.over(engine, registry, MailStoreSettings.defaults());
  }

  @AfterAll
  void stop() {
    store.close();
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> imap() {
    Path sources = Assembly.ofThisBuild().root().resolve("../../..").normalize();
    return Transcripts.under(sources.resolve("plugin-imap/src/test/resources/transcripts"))
        .on(this::target);
  }

  private MemoryTarget target() {
    ACCOUNTS.forEach(this::fresh);
    ImapSettings plain = ImapSettings.defaults().withQuotaAdministrators(Set.of("user2@localhost"));
    return new MemoryTarget(store, store.accounts())
        .listener("imap", () -> plugin(plain))
        .listener("secure", () -> plugin(plain), builder -> builder.plaintextLoginAllowed(false))
        .listener("dots", () -> plugin(plain.withSeparator('.')))
        .listener("minus", () -> plugin(plain.withLiteralMinus()))
        .listener(
            "limited", () -> plugin(plain.withMessageLimit(2).withProgressEvery(Duration.ZERO)));
  }

  private void fresh(String name, QuotaLimits limits) {
    store.accounts().findByLogin(name).map(Account::id).ifPresent(store.accounts()::delete);
    store.accounts().create(name, "pass", limits);
  }

  private ImapPlugin plugin(ImapSettings settings) {
    PlainAuthenticator authenticator = new PlainAuthenticator(store.accounts());
    return new ImapPlugin(
        store,
        store.accounts(),
        authenticator,
        new MechanismTable(authenticator),
        registry,
        settings);
  }
}
