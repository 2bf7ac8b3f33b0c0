package org.restante.admin.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.account.Account;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.UidSet;

class RetainedPagesTest {

  private static final String MESSAGES = RetainedPages.PATH + "/user/messages";
  private static final String MAILBOXES = RetainedPages.PATH + "/user/mailboxes";
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2021-03-04T05:06:00Z");

  @TempDir private Path data;
  private World world;
  private Account user;
  private MailboxRef inbox;

  @BeforeEach
  void start() throws IOException {
    world = new World(data);
    user = world.accounts.create("user", "x");
    inbox = world.store.mailbox(user.id(), MailboxName.INBOX).orElseThrow().ref();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void expungedMessagesAreListedAndComeBack() {
    append(inbox, "one");
    append(inbox, "two");
    append(inbox, "three");
    world.store.expunge(inbox, UidSet.ALL, ExpungeScope.ALL);
    List<Object> listed = world.server.json("GET", MESSAGES, Map.of()).list();
    assertThat(listed).hasSize(3);
    Map<?, ?> first = (Map<?, ?>) listed.getFirst();
    assertThat(first.get("from")).isEqualTo("ada@example.org");
    assertThat(first.get("mailbox")).isEqualTo("INBOX");
    assertThat(first.get("date")).isEqualTo("2021-03-04T05:06:00Z");
    assertThat(listed.toString()).contains("subject=one", "subject=two");
    assertThat(world.server.json("GET", MESSAGES + "?limit=1", Map.of()).list()).hasSize(1);
    Map<String, Object> some = Map.of("ids", List.of(first.get("id"), 4711));
    assertThat(world.server.json("POST", MESSAGES, some).object()).isEqualTo(Map.of("restored", 1));
    assertThat(
            world.server.json("POST", MESSAGES, Map.of("since", "2020-01-01T00:00:00Z")).object())
        .isEqualTo(Map.of("restored", 2));
    assertThat(world.store.view(inbox).exists()).isEqualTo(3);
    assertThat(world.server.json("POST", MESSAGES, Map.of("since", "soon")).status())
        .isEqualTo(400);
  }

  @Test
  void deletedMailboxesComeBack() {
    MailboxName box = MailboxName.parse("box", '/');
    append(world.store.create(user.id(), box, Optional.empty()).ref(), "one");
    world.store.delete(user.id(), box);
    Map<?, ?> listed = (Map<?, ?>) world.server.json("GET", MAILBOXES, Map.of()).list().getFirst();
    assertThat(listed.get("name")).isEqualTo("box");
    assertThat(listed.get("messages")).isEqualTo(1);
    String path = MAILBOXES + "/" + listed.get("id");
    assertThat(world.server.json("POST", path, Map.of("name", "other")).object())
        .isEqualTo(Map.of("name", "other"));
    assertThat(world.store.mailbox(user.id(), MailboxName.parse("other", '/'))).isPresent();
    assertThat(world.server.json("POST", path, Map.of("name", "x")).status()).isEqualTo(404);
  }

  @Test
  void aDeletedAccountComesBackWithTheAliasesThatAreFree() {
    world.accounts.addAlias(user.id(), "info");
    world.accounts.addAlias(user.id(), "sales");
    String secret = world.authenticator.issue(user.id(), "phone").entry().id();
    world.accounts.delete(user.id());
    Account other = world.accounts.create("info", "x");
    String id = String.valueOf(user.id().value());
    assertThat(world.server.json("GET", DeletedAccountPages.PATH, Map.of()).list()).hasSize(1);
    assertThat(
            world.server.octets("POST", DeletedAccountPages.PATH + "/" + id, new byte[0]).object())
        .isEqualTo(Map.of("address", "user@localhost"));
    assertThat(world.accounts.find(user.id()).orElseThrow().aliases())
        .containsExactly("sales@localhost");
    assertThat(world.accounts.findByLogin("info")).contains(other);
    assertThat(world.accounts.applicationCredential(user.id(), secret)).isPresent();
    assertThat(world.server.json("DELETE", DeletedAccountPages.PATH + "/" + id, Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void whatIsPurgedIsGoneForGood() {
    append(inbox, "one");
    world.store.expunge(inbox, UidSet.ALL, ExpungeScope.ALL);
    String all = RetainedPages.PATH + "/user?before=2100-01-01T00:00:00Z";
    assertThat(world.server.json("DELETE", all, Map.of()).status()).isEqualTo(204);
    assertThat(world.server.json("GET", MESSAGES, Map.of()).list()).isEmpty();
    world.accounts.delete(user.id());
    String account = DeletedAccountPages.PATH + "/" + user.id().value();
    assertThat(world.server.json("DELETE", account, Map.of()).status()).isEqualTo(204);
    assertThat(world.server.json("GET", DeletedAccountPages.PATH, Map.of()).list()).isEmpty();
  }

  private void append(MailboxRef mailbox, String subject) {
    try (MessageDraft draft = world.store.draft()) {
      draft.write(
          ("From: Ada <ada@example.org>\r\nSubject: " + subject + "\r\n\r\n").getBytes(UTF_8));
      world.store.append(mailbox, List.of(new NewMessage(draft, Flags.NONE, DATE)));
    }
  }
}
