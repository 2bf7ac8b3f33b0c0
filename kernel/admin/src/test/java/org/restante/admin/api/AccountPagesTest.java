package org.restante.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.admin.http.ApiServer.Reply;

class AccountPagesTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String USER = ACCOUNTS + "/user1%40localhost";

  @TempDir private Path data;
  private World world;

  @BeforeEach
  void start() throws IOException {
    world = new World(data);
    assertThat(create("user1@localhost").status()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void anAccountIsShownWithQuotaAndUsage() {
    Map<String, Object> quota = new HashMap<>();
    quota.put("octets", null);
    quota.put("messages", null);
    quota.put("default", true);
    assertThat(world.server.json("GET", USER, Map.of()).object())
        .containsEntry("address", "user1@localhost")
        .containsEntry("aliases", List.of())
        .containsEntry("enabled", true)
        .containsEntry("quota", quota)
        .containsEntry("usage", Map.of("octets", 0, "messages", 0));
    assertThat(world.server.json("GET", ACCOUNTS, Map.of()).list()).hasSize(1);
  }

  @Test
  void manyAreCreatedWithOnePassword() {
    Reply reply = create("user2", "user3@localhost");
    assertThat(reply.object())
        .containsEntry("created", List.of("user2@localhost", "user3@localhost"));
    assertThat(world.accounts.credential(user("user3").id())).hasValue("pass");
  }

  @Test
  void whereOneExistsNoneIsCreated() {
    assertThat(create("user2", "User1").status()).isEqualTo(409);
    assertThat(create("user2", "USER2").status()).isEqualTo(400);
    assertThat(create("user2", "no good@@address").status()).isEqualTo(400);
    assertThat(world.accounts.list()).hasSize(1);
  }

  @Test
  void aQuotaIsSetAtTheStartAndLater() {
    world.server.json(
        "POST",
        ACCOUNTS,
        Map.of("addresses", List.of("small"), "password", "p", "quotaOctets", 1_000));
    assertThat(user("small").quota()).isEqualTo(new QuotaLimits(1_000, QuotaLimits.UNLIMITED));
    put("quota", Map.of("octets", 5_000, "messages", 10));
    assertThat(user("user1").quota()).isEqualTo(new QuotaLimits(5_000, 10));
    put("quota", Map.of("messages", 20));
    assertThat(user("user1").quota()).isEqualTo(new QuotaLimits(QuotaLimits.UNLIMITED, 20));
  }

  @Test
  void aQuotaGoesBackToTheDomains() {
    Map<String, Object> domain = Map.of("name", "localhost", "quotaMessages", 7);
    assertThat(world.server.json("POST", DomainPages.PATH, domain).status()).isEqualTo(201);
    assertThat(user("user1").quota().messages()).isEqualTo(7);
    put("quota", Map.of("messages", 20));
    assertThat(user("user1").ownQuota()).isTrue();
    put("quota", Map.of("default", true));
    assertThat(user("user1").ownQuota()).isFalse();
    assertThat(user("user1").quota().messages()).isEqualTo(7);
  }

  @Test
  void domainsAreListedChangedAndRemoved() {
    String org = DomainPages.PATH + "/example.org";
    world.server.json("POST", DomainPages.PATH, Map.of("name", "Example.org"));
    assertThat(world.server.json("POST", DomainPages.PATH, Map.of("name", "example.ORG")).status())
        .isEqualTo(409);
    Map<String, Object> limits = Map.of("octets", 5, "messages", 6);
    assertThat(world.server.json("PUT", org + "/quota", limits).status()).isEqualTo(204);
    assertThat(world.server.json("GET", org, Map.of()).object())
        .isEqualTo(Map.of("name", "example.org", "quota", limits));
    assertThat(world.server.json("GET", DomainPages.PATH, Map.of()).list()).hasSize(1);
    create("ada@example.org");
    assertThat(world.server.json("DELETE", org, Map.of()).error().toString())
        .contains("ada@example.org");
    world.server.json("DELETE", ACCOUNTS + "/ada%40example.org", Map.of());
    assertThat(world.server.json("DELETE", org, Map.of()).status()).isEqualTo(204);
    assertThat(world.server.json("DELETE", org, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void aliasesComeAndGo() {
    Map<String, Object> info = Map.of("address", "Info");
    assertThat(world.server.json("POST", USER + "/aliases", info).object())
        .isEqualTo(Map.of("address", "info@localhost"));
    assertThat(world.server.json("POST", USER + "/aliases", info).status()).isEqualTo(409);
    assertThat(world.server.json("GET", ACCOUNTS + "/info", Map.of()).object())
        .containsEntry("aliases", List.of("info@localhost"));
    assertThat(world.server.json("DELETE", USER + "/aliases/info", Map.of()).status())
        .isEqualTo(204);
    assertThat(world.server.json("DELETE", USER + "/aliases/info", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void applicationPasswordsAreShownOnceAndRevoked() {
    String pages = USER + "/app-passwords";
    Reply made = world.server.json("POST", pages, Map.of("label", "phone"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.object()).containsEntry("label", "phone").containsKey("password");
    Object id = made.object().get("id");
    assertThat(world.server.json("GET", pages, Map.of()).list().toString())
        .doesNotContain("password");
    assertThat(world.server.json("GET", pages, Map.of()).list()).hasSize(1);
    assertThat(world.server.json("DELETE", USER + "/password", Map.of()).status()).isEqualTo(204);
    assertThat(world.accounts.credential(user("user1").id())).isEmpty();
    assertThat(world.server.json("DELETE", pages + "/" + id, Map.of()).status()).isEqualTo(204);
    assertThat(world.server.json("DELETE", pages + "/" + id, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void aPasswordIsChanged() {
    put("password", Map.of("password", "new"));
    assertThat(world.accounts.credential(user("user1").id())).hasValue("new");
    assertThat(world.server.json("PUT", USER + "/password", Map.of("other", "x")).error())
        .isEqualTo("the field password is missing or no text");
  }

  @Test
  void aHashOfAnotherServerComesAlong() {
    String hash = "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRz$" + "A".repeat(43);
    assertThat(createWith("moved", "credential", hash).status()).isEqualTo(201);
    assertThat(world.accounts.credential(user("moved").id())).hasValue(hash);
    assertThat(createWith("other", "credential", "plain").status()).isEqualTo(400);
  }

  @Test
  void anAccountIsDisabledOnlyByASayingSo() {
    assertThat(world.server.json("PUT", USER + "/enabled", Map.of("on", true)).status())
        .isEqualTo(400);
    assertThat(user("user1").enabled()).isTrue();
    put("enabled", Map.of("enabled", false));
    assertThat(user("user1").enabled()).isFalse();
  }

  @Test
  void anAccountGoes() {
    assertThat(world.server.json("DELETE", USER, Map.of()).status()).isEqualTo(204);
    assertThat(world.server.json("GET", USER, Map.of()).status()).isEqualTo(404);
    assertThat(world.server.json("DELETE", USER, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void otherMethodsAndPathsAreNot() {
    assertThat(world.server.json("PATCH", USER, Map.of("a", 1)).status()).isEqualTo(404);
    assertThat(world.server.json("PUT", USER + "/other", Map.of("a", 1)).status()).isEqualTo(404);
  }

  private Reply createWith(String address, String key, String secret) {
    return world.server.json("POST", ACCOUNTS, Map.of("addresses", List.of(address), key, secret));
  }

  private Reply create(String... addresses) {
    Map<String, Object> body = Map.of("addresses", List.of(addresses), "password", "pass");
    return world.server.json("POST", ACCOUNTS, body);
  }

  private void put(String what, Map<String, ?> body) {
    assertThat(world.server.json("PUT", USER + "/" + what, body).status()).isEqualTo(204);
  }

  private Account user(String login) {
    return world.accounts.findByLogin(login).orElseThrow();
  }
}
