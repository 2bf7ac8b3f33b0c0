package org.restante.rocksdb.salvage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One wrong octet is found and put right, wherever it is; two are not touched. */
final class ChecksumTest {
  private static final int LENGTH = 3_000;

  private final Random chance = new Random(5);
  private final byte[] right = new byte[4 + LENGTH];

  ChecksumTest() {
    chance.nextBytes(right);
    int crc = Checksum.masked(Checksum.of(right, 4, LENGTH));
    ByteBuffer.wrap(right).order(ByteOrder.LITTLE_ENDIAN).putInt(0, crc);
  }

  @Test
  void everyOctetCanBeMended() {
    for (int at = 0; at < right.length; at++) {
      byte[] wrong = right.clone();
      wrong[at] ^= (byte) (1 + chance.nextInt(255));
      assertThat(Checksum.holds(wrong, 4, LENGTH, 0)).isFalse();
      assertThat(Checksum.mend(wrong, 4, LENGTH, 0)).isEqualTo(at);
      assertThat(wrong).isEqualTo(right);
    }
  }

  @Test
  void twoWrongOctetsStayAsTheyAre() {
    byte[] wrong = right.clone();
    wrong[100] ^= 0x01;
    wrong[2_000] ^= 0x40;
    byte[] before = wrong.clone();
    assertThat(Checksum.mend(wrong, 4, LENGTH, 0)).isNegative();
    assertThat(wrong).isEqualTo(before);
  }
}
