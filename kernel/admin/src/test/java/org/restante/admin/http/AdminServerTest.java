package org.restante.admin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.refusal.OverQuota;
import org.restante.refusal.StoreUnavailable;

class AdminServerTest {

  private static final String PATH = "/api/v1/echo";

  @TempDir private Path data;
  private ApiServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ApiServer(data, 1 << 16);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theTokenIsMadeOnceAndForTheOwnerOnly() throws IOException {
    Path file = data.resolve("admin.token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Token.of(data)).isEqualTo(new Token(Files.readString(file).strip()));
    assertThat(Token.of(data).toString()).isEqualTo("Token");
  }

  @Test
  void anEmptyTokenIsRefusedNotAccepted() throws IOException {
    Files.writeString(data.resolve("admin.token"), "\n");
    assertThatThrownBy(() -> Token.of(data)).hasMessageContaining("too short");
  }

  @Test
  void theApiWantsTheTokenOtherPagesDoNot() {
    server.with(PATH, page(request -> Answer.done())).with("/metrics", page(r -> Answer.done()));
    assertThat(server.as("wrong", "GET", PATH).status()).isEqualTo(401);
    assertThat(server.as("wrong", "GET", "/api/v1/nothing").status()).isEqualTo(401);
    assertThat(server.as("wrong", "GET", "/metrics").status()).isEqualTo(204);
    assertThat(server.json("GET", PATH, Map.of()).status()).isEqualTo(204);
  }

  @Test
  void whatNobodyAnswersIsNotFound() {
    server.with(PATH, page(request -> Answer.done()));
    assertThat(server.json("GET", "/", Map.of()).status()).isEqualTo(404);
    assertThat(server.json("GET", PATH + "es", Map.of()).status()).isEqualTo(404);
    assertThat(server.json("GET", "/api/v1/other", Map.of()).error().toString())
        .contains("/api/v1/status");
  }

  @Test
  void aLaterPageOfThePathReplacesAndTheEarlierOneTakesNothingAway() {
    Resource old = page(request -> Answer.ok(Map.of("page", "old")));
    Resource young = page(request -> Answer.ok(Map.of("page", "young")));
    server.with(PATH, old).with(PATH, young).without(PATH, old);
    assertThat(server.json("GET", PATH, Map.of()).object()).containsEntry("page", "young");
    server.without(PATH, young);
    assertThat(server.json("GET", PATH, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void failuresBecomeAStatusAndASentenceButNoInternals() {
    assertThat(failing(new Refusal(422, "why")).status()).isEqualTo(422);
    assertThat(failing(new OverQuota(OverQuota.Resource.STORAGE)).status()).isEqualTo(507);
    assertThat(failing(new StoreUnavailable("replaced", null)).status()).isEqualTo(503);
    assertThat(failing(new IllegalArgumentException("no address")).error()).isEqualTo("no address");
    ApiServer.Reply internal = failing(new IllegalStateException("secret"));
    assertThat(internal.status()).isEqualTo(500);
    assertThat(internal.error().toString()).doesNotContain("secret");
  }

  @Test
  void aBodyHasALimit() {
    server.with(PATH, page(r -> Answer.ok(Map.of("octets", r.body().readAllBytes().length))));
    assertThat(server.octets("POST", PATH, new byte[1 << 16]).object())
        .containsEntry("octets", 1 << 16);
    assertThat(server.octets("POST", PATH, new byte[(1 << 16) + 1]).status()).isEqualTo(413);
  }

  @Test
  void pathsAndParametersAreDecoded() {
    server.with(PATH, page(r -> Answer.ok(Map.of("path", r.path(), "to", r.parameters("to")))));
    Map<String, Object> seen =
        server.json("GET", PATH + "/a+b%40c/d%2Fe?to=x%2By&to=a+b&from=z", Map.of()).object();
    assertThat(seen.get("path")).hasToString("[a+b@c, d/e]");
    assertThat(seen.get("to")).hasToString("[x+y, a b]");
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    server.with(PATH, page(request -> Answer.ok(request.json().values())));
    byte[] text = "{\"half\":".getBytes(StandardCharsets.UTF_8);
    assertThat(server.octets("POST", PATH, text).status()).isEqualTo(400);
  }

  private ApiServer.Reply failing(RuntimeException failure) {
    server.with(
        PATH,
        page(
            request -> {
              throw failure;
            }));
    return server.json("GET", PATH, Map.of());
  }

  private static Resource page(Page page) {
    return new Resource() {
      @Override
      protected Answer answer(Request request) throws IOException {
        return page.answer(request);
      }
    };
  }

  /** What a page does. */
  private interface Page {
    Answer answer(Request request) throws IOException;
  }
}
