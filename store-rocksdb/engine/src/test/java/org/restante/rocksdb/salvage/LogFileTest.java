package org.restante.rocksdb.salvage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs as RocksDB writes them over older ones, and what becomes of them. */
final class LogFileTest {
  private static final int OWN = 12;
  private static final int OLD = 8;
  private static final int BLOCK = 32 << 10;
  private static final int FULL = 1;
  private static final int FULL_WITH_NUMBER = 5;

  @TempDir Path directory;

  private final Random chance = new Random(1);

  /** A record of a log that says whose it is. */
  private byte[] record(int number, int octets) {
    byte[] body = new byte[octets];
    chance.nextBytes(body);
    ByteBuffer rest =
        ByteBuffer.allocate(1 + Integer.BYTES + octets).order(ByteOrder.LITTLE_ENDIAN);
    return framed(rest.put((byte) FULL_WITH_NUMBER).putInt(number).put(body).array(), octets);
  }

  private byte[] plain(int octets) {
    byte[] body = new byte[1 + octets];
    chance.nextBytes(body);
    body[0] = FULL;
    return framed(body, octets);
  }

  private static byte[] framed(byte[] covered, int octets) {
    return ByteBuffer.allocate(6 + covered.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(Checksum.encoded(covered, 0, covered.length))
        .putShort((short) octets)
        .put(covered)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Whole blocks of one record each. */
  private byte[] blocks(int number, int count) {
    byte[][] blocks = new byte[count][];
    for (int i = 0; i < count; i++) {
      blocks[i] = record(number, BLOCK - 11);
    }
    return joined(blocks);
  }

  private static byte[] over(byte[] octets, byte[] old) {
    byte[] all = old.clone();
    System.arraycopy(octets, 0, all, 0, octets.length);
    return all;
  }

  private LogFile.Verdict check(byte[] octets) throws IOException {
    Files.write(file(), octets);
    return LogFile.check(file(), 0);
  }

  private Path file() {
    return directory.resolve("%06d.log".formatted(OWN));
  }

  @Test
  void whatAnOlderLogHasLeftIsNoDamage() throws Exception {
    byte[] own = joined(record(OWN, 300), record(OWN, 2000));
    for (byte[] old : new byte[][] {blocks(OLD, 2), joined(record(OLD, 300), record(OLD, 5000))}) {
      LogFile.Verdict verdict = check(over(own, old));
      assertThat(verdict.isWhole()).isTrue();
      assertThat(verdict.lastSound()).isEqualTo(own.length);
      assertThat(verdict.end()).isEqualTo(own.length);
    }
  }

  @Test
  void aRecordOfTheOlderLogThatBeginsWhereTheNewOneEndsIsNoDamageEither() throws Exception {
    byte[] own = record(OWN, 300);
    LogFile.Verdict verdict = check(joined(own, record(OLD, 700)));
    assertThat(verdict.isWhole()).isTrue();
    assertThat(verdict.end()).isEqualTo(own.length);
  }

  @Test
  void aLogInWhichNothingWasWrittenYetHasNothing() throws Exception {
    LogFile.Verdict verdict = check(blocks(OLD, 2));
    assertThat(verdict.isWhole()).isTrue();
    assertThat(verdict.end()).isZero();
  }

  @Test
  void anyOneOctetOfARecordIsPutRight() throws Exception {
    byte[] own = joined(record(OWN, 30), record(OWN, 200), record(OWN, 70));
    byte[] whole = over(own, blocks(OLD, 1));
    for (int place = 0; place < own.length; place++) {
      byte[] octets = whole.clone();
      octets[place] ^= (byte) (1 + chance.nextInt(255));
      LogFile.Verdict verdict = check(octets);
      assertThat(verdict.isWhole()).as("octet %d", place).isTrue();
      assertThat(verdict.mended()).isEqualTo(1);
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
  }

  @Test
  void octetsThatAreLeftAreNobodysConcern() throws Exception {
    byte[] own = record(OWN, 300);
    byte[] whole = over(own, blocks(OLD, 2));
    for (int turn = 0; turn < 300; turn++) {
      byte[] octets = whole.clone();
      octets[own.length + chance.nextInt(whole.length - own.length)] ^= (byte) 0x41;
      assertThat(check(octets).end()).isEqualTo(own.length);
      assertThat(Files.readAllBytes(file())).isEqualTo(octets);
    }
  }

  @Test
  void whatIsMissingBetweenRecordsIsAHole() throws Exception {
    byte[] first = blocks(OWN, 1);
    byte[] all = joined(first, blocks(OLD, 1), blocks(OWN, 1));
    LogFile.Verdict verdict = check(all);
    assertThat(verdict.isWhole()).isFalse();
    assertThat(verdict.endsTorn()).isFalse();
    assertThat(verdict.firstDamage()).isEqualTo(first.length);
    assertThat(verdict.end()).isNegative();
    assertThat(check(joined(all, blocks(OLD, 1))).end()).isEqualTo(all.length);
  }

  @Test
  void aRecordThatWasNotWrittenToItsEndIsTorn() throws Exception {
    byte[] first = record(OWN, 300);
    byte[] torn = record(OWN, 900);
    byte[] octets = over(first, blocks(OLD, 1));
    System.arraycopy(torn, 0, octets, first.length, 400);
    LogFile.Verdict verdict = check(octets);
    assertThat(verdict.endsTorn()).isTrue();
    assertThat(verdict.end()).isEqualTo(first.length);
  }

  @Test
  void noiseInFrontTakesNothingOfTheRest() throws Exception {
    byte[] octets = blocks(OWN, 3);
    byte[] noise = new byte[512];
    chance.nextBytes(noise);
    System.arraycopy(noise, 0, octets, 0, noise.length);
    LogFile.Verdict verdict = check(octets);
    assertThat(verdict.endsTorn()).isFalse();
    assertThat(verdict.firstDamage()).isZero();
    assertThat(verdict.lastSound()).isEqualTo(octets.length);
  }

  @Test
  void logsWithoutNumbersAreReadAsBefore() throws Exception {
    byte[] whole = joined(plain(300), plain(20), plain(900));
    assertThat(check(whole).isWhole()).isTrue();
    for (int place = 0; place < whole.length; place += 7) {
      byte[] octets = whole.clone();
      octets[place] ^= (byte) (1 + chance.nextInt(255));
      assertThat(check(octets).isWhole()).as("octet %d", place).isTrue();
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
    byte[] cut = joined(plain(300), new byte[] {1, 2, 3});
    assertThat(check(cut).end()).isEqualTo(307);
  }
}
