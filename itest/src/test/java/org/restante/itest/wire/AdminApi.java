package org.restante.itest.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a running server's administration. */
final class AdminApi {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Path token;

  AdminApi(Path home, int port) {
    base = URI.create("http://127.0.0.1:" + port + "/api/v1/");
    token = home.resolve("data/admin.token");
  }

  /** Whether every listener answers. */
  boolean ready() {
    try {
      return Files.exists(token) && ask("GET", "status", "").body().contains("\"ready\":true");
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Removes an account, if it is there, and makes it anew; quotas below 0 are no quotas. */
  void freshAccount(FreshAccount account) {
    String address = account.name() + "@localhost";
    ask("DELETE", "accounts/" + account.name() + "%40localhost", "");
    String octets = account.octets() < 0 ? "null" : Long.toString(account.octets());
    String messages = account.messages() < 0 ? "null" : Long.toString(account.messages());
    HttpResponse<String> answer =
        ask(
            "POST",
            "accounts",
            "{\"addresses\":[\"%s\"],\"password\":\"pass\",\"quotaOctets\":%s,\"quotaMessages\":%s}"
                .formatted(address, octets, messages));
    if (answer.statusCode() >= 300) {
      throw new AssertionError("account " + address + ": " + answer.body());
    }
    if (!account.enabled()) {
      ask("PUT", "accounts/" + account.name() + "%40localhost/enabled", "{\"enabled\":false}");
    }
  }

  private HttpResponse<String> ask(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + Files.readString(token).strip())
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
