package org.restante.rocksdb.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobId;

/** The octets of files, and what is made of those that are others than were written. */
class ContentFilesTest {
  private static final String NAME =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff";
  private static final BlobId BLOB = new BlobId(HexFormat.of().parseHex(NAME));
  private static final byte[] LETTERS = "letters".getBytes(US_ASCII);
  private static final int CHUNK = 1000;

  @TempDir Path directory;
  private ContentFiles files;

  @BeforeEach
  void noFiles() throws IOException {
    files = ContentFiles.of(directory);
  }

  private void write(long number, int chunk, byte[] octets) throws IOException {
    GrowingFile file = files.create(number, chunk);
    file.append(octets, octets.length);
    file.seal(BLOB);
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  @Test
  void aFileIsGoldenOctets() throws IOException {
    write(258, 4, LETTERS);
    String chunks = "6c657474" + "b2b24075" + "657273" + "f5f809fd";
    String trailer = NAME + "0000000000000007" + "00000004" + "52455354" + "96f3ea2a";
    byte[] octets = Files.readAllBytes(directory.resolve("contents/258"));
    assertThat(HexFormat.of().formatHex(octets)).isEqualTo(chunks + trailer);
    assertThat(files.trailer(258)).contains(new Trailer(BLOB, 7, 4));
  }

  @Test
  void aFileOfNothingIsItsTrailer() throws IOException {
    write(1, 4, new byte[0]);
    assertThat(files.path(1)).hasSize(Trailer.LENGTH);
    assertThat(files.trailer(1)).contains(new Trailer(BLOB, 0, 4));
  }

  @Test
  void chunksAreReadAsTheyWereWritten() throws IOException {
    byte[] octets = noise(3 * CHUNK + 1);
    write(1, CHUNK, octets);
    try (ContentFile file = files.open(1, octets.length, CHUNK)) {
      for (int number : new int[] {3, 0, 2, 1, 3}) {
        int from = number * CHUNK;
        int to = Math.min(octets.length, from + CHUNK);
        assertThat(file.chunk(number)).isEqualTo(Arrays.copyOfRange(octets, from, to));
      }
    }
  }

  @Test
  void aShortChunkIsTheLastUnlessItIsTakenBack() throws IOException {
    byte[] octets = noise(2 * CHUNK + 10);
    GrowingFile file = files.create(1, CHUNK);
    file.append(octets, octets.length);
    assertThatThrownBy(() -> file.append(octets, 1)).isInstanceOf(IllegalStateException.class);
    assertThat(file.takeBack()).isEqualTo(Arrays.copyOfRange(octets, 2 * CHUNK, octets.length));
    assertThat(file.octets()).isEqualTo(2 * CHUNK);
    file.append(octets, octets.length);
    file.seal(BLOB);
    assertThat(files.trailer(1)).contains(new Trailer(BLOB, 4 * CHUNK + 10, CHUNK));
    try (ContentFile read = files.open(1, 4 * CHUNK + 10, CHUNK)) {
      assertThat(read.chunk(1)).isEqualTo(Arrays.copyOfRange(octets, CHUNK, 2 * CHUNK));
      assertThat(read.chunk(2)).isEqualTo(Arrays.copyOfRange(octets, 0, CHUNK));
      assertThat(read.chunk(4)).isEqualTo(Arrays.copyOfRange(octets, 2 * CHUNK, octets.length));
    }
  }

  @Test
  void sealingTwiceIsSealingOnce() throws IOException {
    GrowingFile file = files.create(1, 4);
    file.append(LETTERS, LETTERS.length);
    file.seal(BLOB);
    byte[] sealed = Files.readAllBytes(files.path(1));
    file.seal(BLOB);
    assertThat(files.path(1)).hasBinaryContent(sealed);
  }

  @Test
  void aFileThatWasNotFinishedOrIsNotThereHasNoTrailer() throws IOException {
    byte[] octets = noise(3 * CHUNK);
    files.create(1, CHUNK);
    files.create(2, CHUNK).append(octets, octets.length);
    assertThat(files.trailer(1)).isEmpty();
    assertThat(files.trailer(2)).isEmpty();
    assertThat(files.trailer(3)).isEmpty();
  }

  @Test
  void aFileOfAnotherLengthThanItsTrailerSaysHasNone() throws IOException {
    write(1, 4, LETTERS);
    byte[] octets = Files.readAllBytes(files.path(1));
    Files.write(files.path(1), Arrays.copyOfRange(octets, 1, octets.length));
    assertThat(files.trailer(1)).isEmpty();
    Files.write(files.path(1), Arrays.copyOf(octets, octets.length - 1));
    assertThat(files.trailer(1)).isEmpty();
    Files.write(files.path(1), octets);
    assertThat(files.trailer(1)).isPresent();
  }

  @Test
  void noNumberIsUsedTwice() throws IOException {
    write(1, 4, LETTERS);
    byte[] before = Files.readAllBytes(files.path(1));
    assertThatThrownBy(() -> files.create(1, 4)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(files.path(1)).hasBinaryContent(before);
  }

  @Test
  void whatIsNamedOtherwiseIsNoFileOfAContent() throws IOException {
    for (String name : new String[] {"0", "007", "-1", "12~", "list-3", "1234567890123456789"}) {
      Files.createFile(directory.resolve("contents").resolve(name));
    }
    write(1, 4, LETTERS);
    write(123_456_789_012_345_678L, 4, LETTERS);
    assertThat(files.numbers()).containsExactlyInAnyOrder(1L, 123_456_789_012_345_678L);
  }

  @Test
  void whatIsAbandonedOrDeletedIsGone() throws IOException {
    files.create(1, 4).abandon();
    write(2, 4, LETTERS);
    files.delete(2);
    files.delete(3);
    assertThat(files.numbers()).isEmpty();
  }

  @Test
  void aMissingFileIsDamage() {
    assertThatThrownBy(() -> files.open(1, 7, 4))
        .isInstanceOf(DamagedFile.class)
        .hasMessageContaining("missing");
  }

  @Test
  void aFileThatIsCutOffIsDamageBehindTheCut() throws IOException {
    byte[] octets = noise(3 * CHUNK);
    write(1, CHUNK, octets);
    Files.write(files.path(1), Arrays.copyOf(Files.readAllBytes(files.path(1)), 2 * CHUNK));
    try (ContentFile file = files.open(1, octets.length, CHUNK)) {
      assertThat(file.chunk(0)).isEqualTo(Arrays.copyOf(octets, CHUNK));
      assertThatThrownBy(() -> file.chunk(1)).isInstanceOf(DamagedFile.class);
      assertThatThrownBy(() -> file.chunk(2)).isInstanceOf(DamagedFile.class);
      assertThat(mend(file, 2, true)).isFalse();
    }
  }

  /** False where it can't be mended, because it is cut off too. */
  private static boolean mend(ContentFile file, int number, boolean right) throws IOException {
    try {
      return file.mend(number, () -> right);
    } catch (DamagedFile e) {
      return false;
    }
  }

  @Test
  void oneWrongOctetOfAChunkIsMendedWhereverItIs() throws IOException {
    write(1, 4, LETTERS);
    byte[] right = Files.readAllBytes(files.path(1));
    for (int at = 0; at < LETTERS.length + 8; at++) {
      byte[] wrong = right.clone();
      wrong[at] ^= 0x5a;
      Files.write(files.path(1), wrong);
      int number = at < 8 ? 0 : 1;
      try (ContentFile file = files.open(1, LETTERS.length, 4)) {
        assertThatThrownBy(() -> file.chunk(number)).isInstanceOf(DamagedFile.class);
        assertThat(mend(file, number, false)).isFalse();
        assertThat(files.path(1)).hasBinaryContent(wrong);
        assertThat(mend(file, number, true)).isTrue();
        assertThat(file.chunk(number)).hasSize(4 - number);
      }
      assertThat(files.path(1)).hasBinaryContent(right);
    }
  }

  @Test
  void twoWrongOctetsOfAChunkStayAsTheyAre() throws IOException {
    byte[] octets = noise(CHUNK);
    write(1, CHUNK, octets);
    byte[] wrong = Files.readAllBytes(files.path(1));
    wrong[10]++;
    wrong[900]++;
    Files.write(files.path(1), wrong);
    try (ContentFile file = files.open(1, CHUNK, CHUNK)) {
      assertThat(mend(file, 0, true)).isFalse();
      assertThatThrownBy(() -> file.chunk(0)).isInstanceOf(DamagedFile.class);
    }
    assertThat(files.path(1)).hasBinaryContent(wrong);
  }
}
