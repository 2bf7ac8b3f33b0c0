package org.restante.core.listener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.core.echo.EchoPlugin;

/**
 * @rfc 4978 3
 */
class CompressionTest {
  @TempDir Path home;
  private TestKernel kernel;
  private final EchoPlugin plugin = new EchoPlugin();

  @BeforeEach
  void start() throws IOException {
    kernel = new TestKernel(home);
    kernel.add(plugin, "1");
  }

  @AfterEach
  void stop() {
    kernel.close();
  }

  private LineClient compressed(boolean tls) {
    int port = kernel.listen(Map.of("implicitTls", tls));
    LineClient client = tls ? LineClient.secure(port) : new LineClient(port);
    assertThat(client.hear()).isEqualTo("hello from 1");
    assertThat(client.ask("COMPRESSED")).isEqualTo("false");
    assertThat(client.ask("COMPRESS")).isEqualTo("go ahead");
    return client.compress();
  }

  @Test
  void compressesBothDirectionsBehindTheGoAhead() {
    try (LineClient client = compressed(false)) {
      assertThat(client.ask("COMPRESSED")).isEqualTo("true");
      assertThat(client.ask("SAY hello")).isEqualTo("hello");
      assertThat(client.ask("SAY hello")).isEqualTo("hello");
      assertThat(client.ask("QUIT")).isEqualTo("bye");
      assertThat(client.hear()).isEqualTo("(end)");
    }
  }

  @Test
  void liesAboveTls() {
    try (LineClient client = compressed(true)) {
      assertThat(client.ask("SECURE")).isEqualTo("true true");
      client.say("GIVE 3000000").say("SAY end");
      assertThat(client.hear()).hasSize(3_000_000);
      assertThat(client.hear()).isEqualTo("end");
    }
  }

  @Test
  void takesMuchInWhetherItCompressesOrNot() {
    byte[] noise = new byte[1_000_000];
    new Random(1).nextBytes(noise);
    try (LineClient client = compressed(false)) {
      client.say("TAKE " + noise.length).send(noise);
      assertThat(client.hear()).isEqualTo("took " + crc(noise));
      client.say("TAKE 5000000").send(new byte[5_000_000]);
      assertThat(client.hear()).isEqualTo("took " + crc(new byte[5_000_000]));
      assertThat(client.ask("SAY on")).isEqualTo("on");
    }
  }

  @Test
  void hearsTheEndBehindAllThatCameBeforeIt() {
    try (LineClient client = compressed(false)) {
      client.say("TAKE 2000000").send(new byte[2_000_000]).say("SAY last").end();
      assertThat(client.hear()).isEqualTo("took " + crc(new byte[2_000_000]));
      assertThat(client.hear()).isEqualTo("last");
      assertThat(client.hear()).isEqualTo("(end)");
    }
  }

  /** Much in one packet: what nobody reads yet is not decompressed. */
  @Test
  void takesOneShortPacketThatStandsForMuch() throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packet, new Deflater(Deflater.BEST_COMPRESSION, true), true)) {
      out.write("TAKE 20000000\r\n".getBytes(ISO_8859_1));
      out.write(new byte[20_000_000]);
      out.write("SAY behind it\r\n".getBytes(ISO_8859_1));
      out.flush();
      assertThat(packet.size()).isLessThan(40_000);
      try (LineClient client = raw()) {
        client.send(packet.toByteArray()).compress();
        assertThat(client.hear()).isEqualTo("took " + crc(new byte[20_000_000]));
        assertThat(client.hear()).isEqualTo("behind it");
      }
    }
  }

  @Test
  void closesOnWhatIsNotCompressed() throws InterruptedException {
    try (LineClient client = raw()) {
      client.say("this is no deflated stream, is it?");
      assertThat(plugin.events.poll(20, TimeUnit.SECONDS)).startsWith("close ");
    }
  }

  private LineClient raw() {
    LineClient client = new LineClient(kernel.listen(Map.of()));
    assertThat(client.hear()).isEqualTo("hello from 1");
    assertThat(client.ask("COMPRESS")).isEqualTo("go ahead");
    return client;
  }

  private static String crc(byte[] octets) {
    CRC32 crc = new CRC32();
    crc.update(octets);
    return Long.toHexString(crc.getValue());
  }
}
