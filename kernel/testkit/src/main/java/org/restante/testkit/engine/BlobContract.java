package org.restante.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.engine.EngineUnderTest.octets;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.blob.BlobProof;
import org.restante.blob.NoSuchBlob;

/** Contents: written in pieces, named by their octets, read by range, each kept once. */
interface BlobContract extends EngineUnderTest {

  /** Octets that differ from position to position. */
  static byte[] pattern(int length) {
    byte[] octets = new byte[length];
    new Random(length).nextBytes(octets);
    return octets;
  }

  @Test
  default void aContentIsReadAsItWasWritten() {
    for (int length : new int[] {0, 1, 100, 4_096, 65_536, 65_537, 262_144, 1_000_003, 5_000_000}) {
      byte[] content = pattern(length);
      BlobId id = stored(content, length + 1);
      assertThat(read(id)).as("%d octets", length).isEqualTo(content);
    }
  }

  @Test
  default void theNameIsThatOfTheseOctetsOnly() {
    byte[] content = pattern(100_000);
    BlobId name = stored(content, 1);
    assertThat(holds(name, content, content.length)).isTrue();
    assertThat(holds(name, content, 1_000)).isTrue();
    assertThat(holds(name, Arrays.copyOf(content, content.length - 1), 7_000)).isFalse();
    assertThat(holds(name, Arrays.copyOf(content, content.length + 1), 7_000)).isFalse();
    for (int at : new int[] {0, 1, 50_000, 99_999}) {
      content[at] ^= 4;
      assertThat(holds(name, content, content.length)).as("octet %d", at).isFalse();
      assertThat(stored(content, 2 + at)).isNotEqualTo(name);
      content[at] ^= 4;
    }
    assertThat(holds(stored(new byte[0], 1), new byte[0], 1)).isTrue();
  }

  /** What a proof of the name says of these octets, in pieces. */
  private boolean holds(BlobId name, byte[] octets, int piece) {
    BlobProof proof = engine().blobs().proof(name);
    for (int at = 0; at < octets.length; at += piece) {
      proof.write(octets, at, Math.min(piece, octets.length - at));
    }
    return proof.holds();
  }

  @Test
  default void piecesOfAnySizeMakeTheSameContent() {
    byte[] content = pattern(300_000);
    Random random = new Random(7);
    try (BlobDraft draft = engine().blobs().draft()) {
      int at = 0;
      while (at < content.length) {
        int length = Math.min(content.length - at, random.nextInt(70_000));
        draft.write(content, at, length);
        at += length;
        assertThat(draft.size()).isEqualTo(at);
      }
      BlobId id = draft.seal();
      assertThat(draft.seal()).isEqualTo(id);
      assertThat(id).isEqualTo(stored(content, 1));
    }
  }

  @Test
  default void whatWasExpectedMattersToNobody() {
    for (int length : new int[] {0, 10, 70_000, 2_000_000}) {
      byte[] content = pattern(length);
      for (long expected : new long[] {1, length, length + 1L, Long.MAX_VALUE}) {
        try (BlobDraft draft = engine().blobs().draft(expected)) {
          draft.write(content, 0, length / 2);
          draft.write(content, length / 2, length - length / 2);
          assertThat(read(draft.seal())).isEqualTo(content);
        }
      }
    }
  }

  @Test
  default void aSealedContentIsReadableBeforeItIsLinked() {
    for (int length : new int[] {10, 2_000_000}) {
      byte[] content = pattern(length);
      try (BlobDraft draft = engine().blobs().draft()) {
        draft.write(content, 0, length);
        assertThat(read(draft.seal())).isEqualTo(content);
      }
    }
  }

  @Test
  default void rangesAreReadAnywhere() {
    byte[] content = pattern(1_000_000);
    Random random = new Random(9);
    try (BlobContent open = engine().blobs().open(stored(content, 1))) {
      assertThat(open.size()).isEqualTo(content.length);
      for (int i = 0; i < 200; i++) {
        int position = random.nextInt(content.length);
        int length = 1 + random.nextInt(100_000);
        byte[] into = new byte[length + 5];
        int count = open.read(position, into, 5, length);
        assertThat(count).isBetween(1, Math.min(length, content.length - position));
        assertThat(Arrays.copyOfRange(into, 5, 5 + count))
            .isEqualTo(Arrays.copyOfRange(content, position, position + count));
        assertThat(into).startsWith(0, 0, 0, 0, 0);
      }
    }
  }

  @Test
  default void readingAtOrBehindTheEndGivesMinusOne() {
    byte[] into = new byte[10];
    try (BlobContent content = engine().blobs().open(stored(octets("abc"), 1))) {
      assertThat(content.read(3, into, 0, 10)).isEqualTo(-1);
      assertThat(content.read(1L << 40, into, 0, 10)).isEqualTo(-1);
      assertThat(content.read(2, into, 0, 10)).isEqualTo(1);
    }
    try (BlobContent empty = engine().blobs().open(stored(new byte[0], 2))) {
      assertThat(empty.size()).isZero();
      assertThat(empty.read(0, into, 0, 10)).isEqualTo(-1);
    }
  }

  @Test
  default void equalContentsAreKeptOnce() {
    byte[] content = pattern(500_000);
    BlobId id = stored(content, 1);
    assertThat(stored(content, 2)).isEqualTo(id);
    assertThat(engine().blobs().figures().blobs()).isEqualTo(1);
    assertThat(engine().blobs().figures().octets()).isEqualTo(500_000);
  }

  @Test
  default void anUnknownNameIsNamed() {
    assertThatThrownBy(() -> engine().blobs().open(new BlobId(new byte[32])))
        .isInstanceOf(NoSuchBlob.class);
  }

  @Test
  default void aDraftMayBeClosedTwiceAndWithoutASeal() {
    BlobDraft draft = engine().blobs().draft();
    draft.write(octets("abc"), 0, 3);
    draft.close();
    draft.close();
    engine().blobs().collect(java.time.Duration.ZERO);
    assertThat(engine().blobs().figures().blobs()).isZero();
  }
}
