package org.restante.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.admin.http.ApiServer.Reply;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.MessageContent;

/** Letters that come in over the API. */
class LettersTest {

  private static final byte[] LETTER =
      "From: a@b\r\nSubject: x\r\n\r\n\u0000.\r\nno end".getBytes(StandardCharsets.ISO_8859_1);
  private static final String UPLOADS = "/api/v1/accounts/user1/messages";

  @TempDir private Path data;
  private World world;
  private Account user;

  @BeforeEach
  void start() throws IOException {
    world = new World(data);
    user = world.accounts.create("user1@localhost", "pass", QuotaLimits.NONE);
    world.accounts.create("user2@localhost", "pass", new QuotaLimits(10, 10));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void anUploadIsKeptAsItIsWithFlagsAndDate() {
    String query = "?mailbox=Lists%2FJava&flags=%5CSeen,%24Forwarded&date=2020-01-02T03:04:05Z";
    Reply reply = world.server.octets("POST", UPLOADS + query, LETTER);
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.object()).containsEntry("uid", 1).containsEntry("mailbox", "Lists/Java");
    Mailbox mailbox =
        world.store.mailbox(user.id(), MailboxName.parse("Lists/Java", '/')).orElseThrow();
    assertThat(mailbox.unseen()).isZero();
    try (MailboxSnapshot snapshot = world.store.snapshot(mailbox.ref());
        MessageContent content = snapshot.content(snapshot.message(1).orElseThrow())) {
      byte[] octets = new byte[LETTER.length];
      assertThat(content.size()).isEqualTo(LETTER.length);
      content.read(0, octets, 0, octets.length);
      assertThat(octets).isEqualTo(LETTER);
      assertThat(snapshot.message(1).orElseThrow().internalDate())
          .isEqualTo(OffsetDateTime.parse("2020-01-02T03:04:05Z"));
    }
  }

  @Test
  void malformedParametersAreRefused() {
    assertThat(world.server.octets("POST", UPLOADS + "?date=today", LETTER).status())
        .isEqualTo(400);
    assertThat(world.server.octets("POST", UPLOADS + "?mailbox=a%2F%2Fb", LETTER).status())
        .isEqualTo(400);
    assertThat(world.store.mailboxes(user.id())).hasSize(1);
  }

  @Test
  void whatIsTooLargeOrTooMuchSaysSo() {
    assertThat(world.server.octets("POST", UPLOADS, new byte[(1 << 20) + 1]).status())
        .isEqualTo(413);
    Reply full = world.server.octets("POST", "/api/v1/accounts/user2/messages", LETTER);
    assertThat(full.status()).isEqualTo(507);
    assertThat(full.error().toString()).contains("STORAGE");
  }

  @Test
  void eachRecipientOfADeliveryHasAnOutcome() {
    Reply reply =
        world.server.octets(
            "POST", "/api/v1/deliveries?to=user1&to=user2&to=nobody&to=user1%40localhost", LETTER);
    List<?> outcomes = (List<?>) reply.object().getOrDefault("outcomes", List.of());
    assertThat(outcomes.stream().map(LettersTest::summary))
        .containsExactlyInAnyOrder(
            "nobody false there is no such account",
            "user1@localhost true null",
            "user2 false over quota: STORAGE");
    assertThat(world.store.usage(user.id()).messages()).isEqualTo(1);
  }

  @Test
  void aDeliveryWithoutRecipientIsRefused() {
    assertThat(world.server.octets("POST", "/api/v1/deliveries", LETTER).status()).isEqualTo(400);
  }

  @Test
  void nothingDiffers() {
    world.server.octets("POST", UPLOADS, LETTER);
    assertThat(world.server.json("GET", "/api/v1/inspect", Map.of()).object())
        .containsEntry("findings", List.of())
        .containsEntry("checked", 2);
    assertThat(world.server.json("GET", "/api/v1/inspect?address=user1", Map.of()).object())
        .containsEntry("checked", 1);
    assertThat(world.server.json("GET", "/api/v1/inspect?address=no", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void aRepairSaysHowFarItIsBeforeItSaysWhatItFound() throws IOException {
    world.server.octets("POST", UPLOADS, LETTER);
    assertThat(world.server.json("POST", "/api/v1/inspect", Map.of()).status()).isEqualTo(400);
    Reply reply = world.server.json("POST", "/api/v1/inspect?repair=true", Map.of());
    String[] lines = new String(reply.body(), StandardCharsets.UTF_8).split("\n");
    assertThat(JSON.std.mapFrom(lines[0]))
        .isEqualTo(Map.of("done", "read", "octets", 0, "total", LETTER.length));
    assertThat(JSON.std.mapFrom(lines[lines.length - 1]))
        .isEqualTo(Map.of("findings", List.of(), "checked", 2));
  }

  private static String summary(Object outcome) {
    Map<?, ?> row = (Map<?, ?>) outcome;
    return row.get("recipient") + " " + row.get("delivered") + " " + row.get("reason");
  }
}
