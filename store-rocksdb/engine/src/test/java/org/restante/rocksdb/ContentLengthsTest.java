package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;

/**
 * Of whatever length a content is, and in whatever pieces it comes: it is read as it was written.
 */
class ContentLengthsTest {
  private static final int CHUNK = Engines.SETTINGS.chunk();
  private static final int WINDOW = Engines.SETTINGS.window();

  private static @Nullable Path directory;
  private static @Nullable RocksKeyValueEngine opened;

  @BeforeContainer
  static void open() throws IOException {
    directory = Files.createTempDirectory("content-lengths");
    opened = Engines.open(directory);
  }

  @AfterContainer
  static void close() throws IOException {
    Objects.requireNonNull(opened).close();
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(directory))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Near the borders of chunks and windows, and anywhere. */
  @Provide
  Arbitrary<Integer> lengths() {
    Arbitrary<Integer> borders =
        Combinators.combine(
                Arbitraries.of(0, CHUNK, WINDOW, WINDOW + CHUNK, 2 * WINDOW, 3 * WINDOW),
                Arbitraries.integers().between(-2, 2))
            .as((border, beside) -> Math.max(0, border + beside));
    return Arbitraries.oneOf(borders, Arbitraries.integers().between(0, 4 * WINDOW));
  }

  @Provide
  Arbitrary<List<Integer>> pieces() {
    Arbitrary<Integer> near =
        Arbitraries.of(777, CHUNK - 1, CHUNK, CHUNK + 1, WINDOW - 1, WINDOW, 4 * WINDOW);
    return near.list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 150)
  void isReadAsItWasWritten(
      @ForAll("lengths") int length,
      @ForAll("pieces") List<Integer> pieces,
      @ForAll boolean announced,
      @ForAll long seed) {
    RocksKeyValueEngine engine = Objects.requireNonNull(opened);
    Random chance = new Random(seed);
    byte[] octets = new byte[length];
    chance.nextBytes(octets);
    int files = Engines.files(engine).size();
    BlobId blob = stored(engine, octets, pieces, announced ? length : 0);
    assertThat(blob).isEqualTo(Engines.name(octets));
    assertThat(Engines.files(engine)).hasSize(files + (length > WINDOW ? 1 : 0));
    try (BlobContent content = engine.blobs().open(blob)) {
      assertThat(content.size()).isEqualTo(length);
      for (int i = 0; i < 10; i++) {
        int at = chance.nextInt(length + 1);
        isRight(content, octets, at, chance.nextInt(length - at + 1));
      }
      isRight(content, octets, 0, length);
    }
    Engines.unlink(engine, blob, 1);
    engine.blobs().collect(Duration.ZERO);
    assertThat(Engines.files(engine)).hasSize(files);
  }

  private static BlobId stored(
      RocksKeyValueEngine engine, byte[] octets, List<Integer> pieces, int expected) {
    try (BlobDraft draft = engine.blobs().draft(expected);
        Batch batch = engine.partition(1).batch()) {
      for (int at = 0, number = 0; at < octets.length; number++) {
        int count = Math.min(octets.length - at, pieces.get(number % pieces.size()));
        draft.write(octets, at, count);
        at += count;
      }
      BlobId blob = draft.seal();
      batch.link(blob, 1, new byte[0]).commit(Durability.BUFFERED);
      return blob;
    }
  }

  private static void isRight(BlobContent content, byte[] octets, int at, int count) {
    byte[] read = new byte[count];
    assertThat(content.read(at, read, 0, count)).isEqualTo(at == octets.length ? -1 : count);
    assertThat(read).isEqualTo(Arrays.copyOfRange(octets, at, at + count));
  }
}
