package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.blob.BlobId;
import org.restante.keyvalue.KeyValueEngine;

/**
 * What every engine promises: each sentence of the keyvalue and blob packages as a test. An
 * engine's own test class extends this one and says how the engine is opened.
 */
public abstract class KeyValueEngineContract
    implements ReadingContract,
        BatchContract,
        SnapshotContract,
        BlobContract,
        CollectionContract,
        ConcurrencyContract,
        ClosedContract {
  private @Nullable KeyValueEngine engine;

  /** An engine with no rows and no contents. */
  protected abstract KeyValueEngine open() throws Exception;

  /** Closes an engine of {@link #open}. */
  protected void close(KeyValueEngine closing) throws Exception {
    if (closing instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  /** Closes an engine and opens what it stored; empty for an engine that stores nothing. */
  protected Optional<KeyValueEngine> reopen(KeyValueEngine closing) throws Exception {
    return Optional.empty();
  }

  @BeforeEach
  final void openEngine() throws Exception {
    engine = open();
  }

  @AfterEach
  final void closeEngine() throws Exception {
    close(engine());
  }

  @Override
  public final KeyValueEngine engine() {
    return Objects.requireNonNull(engine);
  }

  @Override
  public final void closeNow() throws Exception {
    close(engine());
  }

  @Test
  void whatWasCommittedIsThereAfterTheEngineWasOpenedAgain() throws Exception {
    put("a", "1", "b", "2");
    BlobId small = stored(EngineUnderTest.octets("small"), 1);
    BlobId large = stored(BlobContract.pattern(3_000_000), 2);
    Optional<KeyValueEngine> reopened = reopen(engine());
    Assumptions.assumeTrue(reopened.isPresent(), "this engine stores nothing");
    engine = reopened.get();
    assertThat(EngineUnderTest.scan(partition())).containsExactly("a=1", "b=2");
    assertThat(read(small)).isEqualTo(EngineUnderTest.octets("small"));
    assertThat(read(large)).isEqualTo(BlobContract.pattern(3_000_000));
    assertThat(engine().blobs().figures().blobs()).isEqualTo(2);
    assertThat(engine().blobs().figures().octets()).isEqualTo(3_000_005);
  }

  @Test
  void linksHoldAContentAlsoAfterTheEngineWasOpenedAgain() throws Exception {
    BlobId kept = stored(EngineUnderTest.octets("kept"), 1);
    BlobId dropped = stored(EngineUnderTest.octets("dropped"), 2);
    Optional<KeyValueEngine> reopened = reopen(engine());
    Assumptions.assumeTrue(reopened.isPresent(), "this engine stores nothing");
    engine = reopened.get();
    unlink(dropped, 2);
    engine().blobs().collect(java.time.Duration.ZERO);
    assertThat(read(kept)).isEqualTo(EngineUnderTest.octets("kept"));
    assertThat(engine().blobs().figures().blobs()).isEqualTo(1);
  }
}
