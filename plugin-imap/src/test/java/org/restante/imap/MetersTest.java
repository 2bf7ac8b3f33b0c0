package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.core.sasl.MechanismTable;
import org.restante.imap.settings.ImapSettings;
import org.restante.testkit.account.BrokenAuthenticator;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/** What sessions count; every series is there from the start. */
class MetersTest {
  private final World world = new World();

  @Test
  void everySeriesIsThereFromTheStart() {
    ImapPlugin plugin = world.plugin();
    for (String kind : List.of("flags", "envelope", "structure", "headers", "section", "full")) {
      assertThat(count("restante.fetch.items", "kind", kind)).isZero();
    }
    for (String kind : List.of("full", "partial", "headers")) {
      assertThat(count("restante.fetch.body", "kind", kind)).isZero();
    }
    for (String mode : List.of("plain", "condstore", "qresync", "uidonly")) {
      assertThat(registry().get("restante.select").tag("mode", mode).timer().count()).isZero();
    }
    for (String reason : List.of("uidvalidity", "history_trimmed", "overflow")) {
      assertThat(count("restante.resync.fallback", "reason", reason)).isZero();
    }
    for (String channel : List.of("idle", "notify", "noop")) {
      assertThat(registry().get("restante.notify.lag").tag("channel", channel).timer().count())
          .isZero();
    }
    assertThat(registry().get("restante.notify.pending").gauge().value()).isZero();
    plugin.deactivate();
    assertThat(registry().find("restante.notify.pending").gauge()).isNull();
    assertThat(count("restante.fetch.items", "kind", "full")).isZero();
  }

  @Test
  void aSessionIsCounted() {
    try (MemoryConnection connection = world.connect()) {
      MemoryClient client = connection.client();
      client.sendLine("a LOGIN user1 pass\r\nb APPEND INBOX {18+}\r\nSubject: x\r\n\r\nbody");
      client.sendLine("c SELECT INBOX\r\nd FETCH 1 (FLAGS ENVELOPE BODYSTRUCTURE)");
      client.sendLine("e FETCH 1 (BODY.PEEK[] BODY.PEEK[TEXT]<0.2> BODY.PEEK[HEADER])");
      client.expectLinesUntil("e OK");
      client.sendLine("f IDLE");
      client.expectLinesUntil("+ ");
      try (MemoryConnection other = world.connect()) {
        other.client().sendLine("a LOGIN user1 pass\r\nb APPEND INBOX {1+}\r\nx");
        other.client().expectLinesUntil("b OK");
      }
      client.expectLinesUntil("* 2 RECENT");
      connection.settle();
    }
    assertThat(count("restante.fetch.items", "kind", "full")).isEqualTo(1);
    assertThat(count("restante.fetch.items", "kind", "section")).isEqualTo(1);
    assertThat(count("restante.fetch.items", "kind", "headers")).isEqualTo(1);
    assertThat(count("restante.fetch.items", "kind", "envelope")).isEqualTo(1);
    assertThat(count("restante.fetch.items", "kind", "structure")).isEqualTo(1);
    assertThat(count("restante.fetch.items", "kind", "flags")).isEqualTo(1);
    assertThat(count("restante.fetch.body", "kind", "full")).isEqualTo(18);
    assertThat(count("restante.fetch.body", "kind", "partial")).isEqualTo(2);
    assertThat(count("restante.fetch.body", "kind", "headers")).isEqualTo(14);
    assertThat(registry().get("restante.select").tag("mode", "plain").timer().count()).isEqualTo(1);
    assertThat(registry().get("restante.notify.lag").tag("channel", "idle").timer().count())
        .isEqualTo(1);
    assertThat(registry().get("restante.notify.pending").gauge().value()).isZero();
  }

  @Test
  void theGaugePassesToTheNextRevision() {
    ImapPlugin old = world.plugin();
    ImapPlugin next = world.plugin();
    old.deactivate();
    assertThat(registry().find("restante.notify.pending").gauge()).isNull();
    try (MemoryConnection connection = MemoryConnection.to(next).connect()) {
      connection.client().sendLine("a LOGIN user1 pass\r\nb SELECT INBOX\r\nc IDLE");
      connection.client().expectLinesUntil("+ ");
      try (MemoryConnection other = world.connect()) {
        other.client().sendLine("a LOGIN user1 pass\r\nb APPEND INBOX {1+}\r\nx");
        other.client().expectLinesUntil("b OK");
      }
      connection.client().expectLinesUntil("* 1 RECENT");
    }
    assertThat(registry().get("restante.notify.pending").gauge().value()).isZero();
  }

  @Test
  void tellsOfItsOwnFaultsOnly() {
    BrokenAuthenticator broken = new BrokenAuthenticator();
    ImapPlugin plugin =
        new ImapPlugin(
            world.store(),
            world.accounts(),
            broken,
            new MechanismTable(broken),
            registry(),
            ImapSettings.defaults());
    try (MemoryConnection connection = MemoryConnection.to(plugin).connect()) {
      connection.client().sendLine("a XYZZY\r\nb SELECT INBOX");
      connection.client().expectLinesUntil("b BAD");
      assertThat(connection.meter().faults()).isZero();
      connection.client().sendLine("c LOGIN user1 pass");
      connection.client().expectLinesUntil("c NO [SERVERBUG]");
      assertThat(connection.meter().faults()).isEqualTo(1);
    }
  }

  private double count(String name, String tag, String value) {
    return registry().get(name).tag(tag, value).counter().count();
  }

  private MeterRegistry registry() {
    return world.registry();
  }
}
