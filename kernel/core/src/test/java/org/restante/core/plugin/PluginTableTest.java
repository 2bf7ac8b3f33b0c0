package org.restante.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.core.echo.EchoPlugin;
import org.restante.core.listener.LineClient;

class PluginTableTest extends PluginTableFixture {
  @Test
  void servesParkedConnectionsWhenThePluginComes() {
    int port = listen(30);
    List<LineClient> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(new LineClient(port).say("SAY " + i));
    }
    kernel.add(new EchoPlugin(), "1");
    for (int i = 0; i < 20; i++) {
      assertThat(clients.get(i).hear()).isEqualTo("hello from 1");
      assertThat(clients.get(i).hear()).isEqualTo(String.valueOf(i));
      clients.get(i).close();
    }
  }

  @Test
  void refusesWhomItParkedInVain() {
    try (LineClient client = new LineClient(listen(0))) {
      assertThat(client.hear()).isEqualTo("not now");
      assertThat(client.hear()).isEqualTo("(end)");
    }
    assertThat(kernel.counted("connections.refused", "reason", "no_plugin")).isEqualTo(1);
  }

  @Test
  void refusesUnderTlsWhereTlsIsImplicit() {
    int port = kernel.listen(Map.of("implicitTls", true, "parkSeconds", 0, "refusal", "not now"));
    try (LineClient client = LineClient.secure(port)) {
      assertThat(client.hear()).isEqualTo("not now");
    }
  }

  @Test
  void refusesAtOnceWhenTooManyWait() {
    int port = kernel.listen(Map.of("parkSeconds", 30, "maxParked", 0, "refusal", "not now"));
    try (LineClient client = new LineClient(port)) {
      assertThat(client.hear()).isEqualTo("not now");
    }
  }

  @Test
  void givesNothingToAPluginThatIsNotHealthy() {
    Revision bad =
        kernel.add(
            new EchoPlugin("bad", 1) {
              @Override
              public void checkHealth() {
                throw new IllegalStateException("no store");
              }
            },
            "2");
    assertThat(bad.health()).isInstanceOf(Health.Bad.class);
    kernel.add(new EchoPlugin("good", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      assertThat(client.hear()).isEqualTo("hello from good");
    }
  }

  @Test
  void givesNewConnectionsToTheHighestVersion() {
    kernel.add(new EchoPlugin("two", 1), "2");
    kernel.add(new EchoPlugin("one", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      assertThat(client.hear()).isEqualTo("hello from two");
    }
  }
}
