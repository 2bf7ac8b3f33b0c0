package org.restante.rocksdb.salvage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
  private static final String MANIFEST = "MANIFEST-000005";

  @TempDir Path directory;

  /** It may be broken off anywhere, by a full disk or by the end of the process. */
  @Test
  void noCopyOfAManifestNamesASortedFileThatIsGone() throws IOException {
    Files.write(directory.resolve(MANIFEST), "adds 7".getBytes(US_ASCII));
    Files.write(directory.resolve("000007.sst"), sorted());
    Copies copies = new Copies(directory);
    copies.refresh();
    assertThat(copies.all()).containsOnlyKeys(MANIFEST, "000007.sst");

    Files.write(directory.resolve(MANIFEST), "adds 7, adds 8, removes 7".getBytes(US_ASCII));
    Files.delete(directory.resolve("000007.sst"));
    Files.createDirectory(directory.resolve("000008.sst")); // can't be read
    assertThatThrownBy(copies::refresh).isInstanceOf(IOException.class);

    Copy manifest = Objects.requireNonNull(copies.all().get(MANIFEST));
    assertThat(Files.readString(copies.path(manifest))).endsWith("removes 7");
    assertThat(copies.all()).doesNotContainKey("000007.sst");
  }

  /** As long as one may be, with what it ends with. */
  private static byte[] sorted() {
    return ByteBuffer.allocate(64)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(56, 0x88e241b785f4cff7L)
        .array();
  }
}
