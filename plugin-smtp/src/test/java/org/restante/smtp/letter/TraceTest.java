package org.restante.smtp.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.smtp.path.Path;

/**
 * The fields in front of a letter.
 *
 * @rfc 5321 4.4
 */
class TraceTest {
  private static final Path ONE = new Path("b", "x.test", "b@x.test");
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-02T03:04:05Z");

  @Test
  void oneRecipientIsNamed() throws UnknownHostException {
    assertThat(trace("192.0.2.1", Optional.of(ONE)).fields())
        .isEqualTo(
            """
            Return-Path: <>\r
            Received: from c.test ([192.0.2.1])\r
            \tby mail.test with ESMTPS\r
            \tid 1.a\r
            \tfor <b@x.test>;\r
            \tFri, 2 Jan 2026 03:04:05 +0000\r
            """);
  }

  @Test
  void severalAreNot() throws UnknownHostException {
    assertThat(trace("2001:db8::1", Optional.empty()).fields())
        .contains("from c.test ([IPv6:2001:db8:0:0:0:0:0:1])\r\n")
        .contains("\tid 1.a;\r\n\tFri");
  }

  private static Trace trace(String address, Optional<Path> recipient) throws UnknownHostException {
    return new Trace(
        Path.NULL,
        "c.test",
        InetAddress.getByName(address),
        "mail.test",
        "ESMTPS",
        "1.a",
        recipient,
        TIME);
  }
}
