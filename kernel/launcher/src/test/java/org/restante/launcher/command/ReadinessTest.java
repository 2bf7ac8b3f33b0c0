package org.restante.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  @Test
  void aReadyServerMissesNothing() {
    assertThat(Readiness.missing(Map.of("ready", true))).isEmpty();
  }

  @Test
  void listenersAreNamedWithTheirProblem() {
    Map<String, Object> status =
        Map.of(
            "ready",
            false,
            "listeners",
            List.of(
                Map.of("name", "imap", "bound", true, "served", true),
                Map.of("name", "pop3", "bound", true, "served", false),
                Map.of("name", "smtp", "bound", false, "served", true, "problem", "in use")));
    assertThat(Readiness.missing(status)).isEqualTo("pop3, smtp (in use)");
  }

  @Test
  void withoutListenersTheComponentsThatFailedComeFirst() {
    Map<String, Object> status =
        Map.of(
            "ready",
            false,
            "problems",
            List.of(
                Map.of("component", "Plugin", "problem", "waits for MailStore"),
                Map.of("component", "Store", "problem", "failed: disk full")));
    assertThat(Readiness.missing(status))
        .isEqualTo("Store failed: disk full, Plugin waits for MailStore");
  }

  @Test
  void nothingKnownIsSaidToo() {
    assertThat(Readiness.missing(Map.of("ready", false))).contains("not complete");
  }
}
