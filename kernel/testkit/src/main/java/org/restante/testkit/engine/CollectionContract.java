package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.engine.EngineUnderTest.commit;
import static org.restante.testkit.engine.EngineUnderTest.octets;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;

/** Links, and what is collected. */
interface CollectionContract extends EngineUnderTest {

  /** A grace that no test outlives. */
  Duration LONG = Duration.ofDays(1);

  @Test
  default void aLinkedContentIsNeverCollected() {
    BlobId id = stored(octets("kept"), 1);
    assertThat(engine().blobs().collect(Duration.ZERO)).isZero();
    assertThat(read(id)).isEqualTo(octets("kept"));
  }

  @Test
  default void theLastUnlinkMakesGarbageAndCollectRemovesIt() {
    for (int length : new int[] {100, 3_000_000}) {
      byte[] content = BlobContract.pattern(length);
      BlobId id = stored(content, 1);
      stored(content, 2);
      unlink(id, 1);
      assertThat(engine().blobs().collect(Duration.ZERO)).isZero();
      assertThat(read(id)).isEqualTo(content);
      unlink(id, 2);
      assertThat(engine().blobs().figures()).isEqualTo(new BlobFigures(1, length, length));
      assertThat(engine().blobs().collect(Duration.ZERO)).isEqualTo(length);
      assertThatThrownBy(() -> engine().blobs().open(id)).isInstanceOf(NoSuchBlob.class);
      assertThat(engine().blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
    }
  }

  @Test
  default void garbageStaysForItsGracePeriod() {
    BlobId id = stored(octets("late"), 1);
    unlink(id, 1);
    assertThat(engine().blobs().collect(LONG)).isZero();
    assertThat(read(id)).isEqualTo(octets("late"));
  }

  @Test
  default void garbageThatIsLinkedAgainIsNoGarbage() {
    BlobId id = stored(octets("again"), 1);
    unlink(id, 1);
    stored(octets("again"), 2);
    assertThat(engine().blobs().collect(Duration.ZERO)).isZero();
    assertThat(engine().blobs().figures()).isEqualTo(new BlobFigures(1, 5, 0));
    assertThat(read(id)).isEqualTo(octets("again"));
  }

  @Test
  default void ownersOfDifferentPartitionsAreDifferent() {
    BlobId id = stored(octets("shared"), 1);
    try (Batch batch = engine().partition(2).batch()) {
      commit(batch.link(id, 1, new byte[0]));
    }
    unlink(id, 1);
    engine().blobs().collect(Duration.ZERO);
    assertThat(read(id)).isEqualTo(octets("shared"));
  }

  @Test
  default void linksApplyInTheOrderOfTheBatch() {
    BlobId id = stored(octets("moved"), 1);
    try (Batch batch = partition().batch()) {
      commit(batch.unlink(id, 1).link(id, 2, new byte[0]));
    }
    engine().blobs().collect(Duration.ZERO);
    assertThat(read(id)).isEqualTo(octets("moved"));
    try (Batch batch = partition().batch()) {
      commit(batch.unlink(id, 2).link(id, 3, new byte[0]).unlink(id, 3));
    }
    assertThat(engine().blobs().collect(Duration.ZERO)).isEqualTo(5);
  }

  @Test
  default void aBatchThatIsNotCommittedLinksNothing() {
    try (BlobDraft draft = engine().blobs().draft();
        Batch batch = partition().batch()) {
      draft.write(octets("lost"), 0, 4);
      batch.link(draft.seal(), 1, new byte[0]);
    }
    engine().blobs().collect(Duration.ZERO);
    assertThat(engine().blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  @Test
  default void linksAndRowsAreOneCommit() {
    try (BlobDraft draft = engine().blobs().draft();
        Batch batch = partition().batch()) {
      draft.write(octets("both"), 0, 4);
      BlobId id = draft.seal();
      batch.put(octets("row"), id.octets()).link(id, 1, new byte[0]);
      assertThat(batch.commit(Durability.SYNC).name()).isEqualTo("COMMITTED");
    }
    byte[] row = Objects.requireNonNull(partition().get(octets("row")));
    engine().blobs().collect(Duration.ZERO);
    assertThat(read(new BlobId(row))).isEqualTo(octets("both"));
  }

  @Test
  default void anOpenDraftHoldsItsContent() {
    BlobId id = stored(octets("held"), 1);
    try (BlobDraft draft = engine().blobs().draft()) {
      draft.write(octets("held"), 0, 4);
      draft.seal();
      unlink(id, 1);
      engine().blobs().collect(Duration.ZERO);
      assertThat(read(id)).isEqualTo(octets("held"));
      try (Batch batch = partition().batch()) {
        commit(batch.link(id, 2, new byte[0]));
      }
    }
    engine().blobs().collect(Duration.ZERO);
    assertThat(read(id)).isEqualTo(octets("held"));
  }

  @Test
  default void twoDraftsHoldTheSameContentEachForItself() {
    try (BlobDraft second = engine().blobs().draft()) {
      try (BlobDraft first = engine().blobs().draft()) {
        first.write(octets("twice"), 0, 5);
        second.write(octets("twice"), 0, 5);
        assertThat(first.seal()).isEqualTo(second.seal());
      }
      engine().blobs().collect(Duration.ZERO);
      assertThat(read(second.seal())).isEqualTo(octets("twice"));
    }
    engine().blobs().collect(Duration.ZERO);
    assertThat(engine().blobs().figures()).isEqualTo(new BlobFigures(0, 0, 0));
  }

  @Test
  default void anOpenContentIsReadableToItsEnd() {
    byte[] octets = BlobContract.pattern(2_000_000);
    BlobId id = stored(octets, 1);
    try (BlobContent content = engine().blobs().open(id)) {
      unlink(id, 1);
      engine().blobs().collect(Duration.ZERO);
      assertThat(EngineUnderTest.read(content)).isEqualTo(octets);
    }
    engine().blobs().collect(Duration.ZERO);
    assertThatThrownBy(() -> engine().blobs().open(id)).isInstanceOf(NoSuchBlob.class);
  }
}
