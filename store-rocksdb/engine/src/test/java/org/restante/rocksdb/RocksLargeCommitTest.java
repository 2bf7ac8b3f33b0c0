package org.restante.rocksdb;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.mail.LargeCommitContract;
import org.restante.testkit.mail.MailWorld;

/** Large commits on RocksDB. */
final class RocksLargeCommitTest extends LargeCommitContract {
  @TempDir Path directory;

  private @Nullable RocksKeyValueEngine engine;
  private @Nullable EngineMailStore mail;

  @Override
  protected MailWorld open() {
    engine = RocksKeyValueEngine.open(directory, Engines.SETTINGS, new SimpleMeterRegistry());
    mail = EngineMailStore.over(engine, new SimpleMeterRegistry(), MailStoreSettings.defaults());
    return new MailWorld(
        mail, mail.accounts(), mail.accounts().domains(), mail.retention(), mail.imports());
  }

  @Override
  protected void close(MailWorld closing) {
    Objects.requireNonNull(mail).close();
    Objects.requireNonNull(engine).close();
  }
}
