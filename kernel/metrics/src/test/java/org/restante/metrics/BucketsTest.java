package org.restante.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private final PrometheusMeterRegistry meters = Registry.create();

  @Test
  void ourTimersHaveTheFixedBuckets() {
    Timer.builder("restante.commit")
        .tag("durability", "sync")
        .register(meters)
        .record(Duration.ofMillis(3));
    assertThat(
            meters
                .scrape()
                .lines()
                .filter(line -> line.startsWith("restante_commit_seconds_bucket")))
        .containsExactly(
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"0.001\"} 0",
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"0.005\"} 1",
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"0.025\"} 1",
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"0.1\"} 1",
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"0.5\"} 1",
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"2.5\"} 1",
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"10.0\"} 1",
            "restante_commit_seconds_bucket{durability=\"sync\",le=\"+Inf\"} 1");
  }

  @Test
  void foreignTimersKeepTheirs() {
    Timer.builder("http.client").register(meters).record(Duration.ofMillis(3));
    assertThat(meters.scrape()).doesNotContain("http_client_seconds_bucket");
  }
}
