package org.restante.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.admin.http.ApiServer;

class ShutdownPageTest {

  private static final String PATH = "/api/v1/shutdown";

  @TempDir private Path data;

  @Test
  void theAnswerGoesOutBeforeTheServerStops() throws IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (ApiServer server = new ApiServer(data, 1 << 10)) {
      server.with(PATH, new ShutdownPage(stopped::countDown));
      assertThat(server.json("GET", PATH, Map.of()).status()).isEqualTo(404);
      assertThat(stopped.getCount()).isEqualTo(1);
      assertThat(server.json("POST", PATH, Map.of()).status()).isEqualTo(202);
      assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
