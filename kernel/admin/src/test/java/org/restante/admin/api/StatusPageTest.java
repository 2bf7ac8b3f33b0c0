package org.restante.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.restante.admin.http.ApiServer;
import org.restante.admin.inventory.Components;
import org.restante.admin.inventory.KnownComponents;
import org.restante.protocol.Listener;
import org.restante.protocol.ListeningPort;

class StatusPageTest {

  private static final String PATH = "/api/v1/status";

  @TempDir private Path home;
  private ApiServer server;
  private StatusPage page;

  @BeforeEach
  void start() throws IOException {
    Path etc = Files.createDirectory(home.resolve("etc"));
    Files.createFile(etc.resolve("org.restante.core.listener-imap.config"));
    KnownComponents waiting =
        new KnownComponents(
            ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "org.restante.mail.MailStore", "");
    page =
        new StatusPage(
            "1.2.3",
            Map.of("total", 1000L, "heap", 400L),
            new WantedListeners(etc),
            new Components(waiting));
    page.accounts = page;
    server = new ApiServer(home, 1 << 10).with(PATH, page);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void readyWhenEveryWantedPortIsBoundAndServed() {
    page.ports.add(new Port("imap", true, true, ""));
    assertThat(status()).containsEntry("ready", true).containsEntry("version", "1.2.3");
    assertThat(status().get("listeners"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "imap",
                    "protocol",
                    "imap",
                    "address",
                    "127.0.0.1",
                    "port",
                    10_143,
                    "tls",
                    false,
                    "bound",
                    true,
                    "served",
                    true)));
  }

  @Test
  void showsHowTheMemoryIsDivided() {
    assertThat(status()).containsEntry("memory", Map.of("total", 1000, "heap", 400));
  }

  @Test
  void notReadyWhereAPortIsMissing() {
    assertThat(status()).containsEntry("ready", false);
  }

  @Test
  void notReadyWhereAPortIsNotBound() {
    page.ports.add(new Port("imap", false, true, "Address in use"));
    assertThat(status()).containsEntry("ready", false);
    assertThat(status().toString()).contains("problem=Address in use");
  }

  @Test
  void notReadyWhereAProtocolIsMissing() {
    page.ports.add(new Port("imap", true, true, ""));
    page.ports.add(new Port("pop3", true, false, ""));
    assertThat(status()).containsEntry("ready", false);
  }

  @Test
  void notReadyWithoutAccounts() {
    page.accounts = null;
    page.ports.add(new Port("imap", true, true, ""));
    assertThat(status()).containsEntry("ready", false);
  }

  @Test
  void componentsThatWaitAreNamedToWhoAsks() {
    assertThat(status()).doesNotContainKey("problems");
    assertThat(server.json("GET", PATH + "?problems=all", Map.of()).object())
        .containsEntry(
            "problems",
            List.of(Map.of("component", "org.restante.Example", "problem", "waits for MailStore")));
  }

  private Map<String, Object> status() {
    return server.json("GET", PATH, Map.of()).object();
  }

  private record Port(String name, boolean bound, boolean served, String problem)
      implements ListeningPort {

    @Override
    public Listener listener() {
      return new Listener(name, name, "", false, "localhost");
    }

    @Override
    public InetSocketAddress address() {
      return new InetSocketAddress("127.0.0.1", 10_143);
    }
  }
}
