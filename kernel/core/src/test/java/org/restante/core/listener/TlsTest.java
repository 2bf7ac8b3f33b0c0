package org.restante.core.listener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.restante.core.echo.EchoPlugin;
import org.restante.core.tls.Certificates;

@Timeout(60)
class TlsTest {
  @TempDir private Path home;
  private TestKernel kernel;
  private final EchoPlugin plugin = new EchoPlugin();

  @BeforeEach
  void start() throws IOException {
    kernel = new TestKernel(home);
    kernel.add(plugin, "1");
  }

  @AfterEach
  void stop() {
    kernel.close();
  }

  @Test
  void speaksTlsFromTheFirstOctet() {
    int port = kernel.listen(Map.of("implicitTls", true, "plaintextLogin", "never"));
    try (LineClient client = LineClient.secure(port)) {
      assertThat(client.hear()).isEqualTo("hello from 1");
      assertThat(client.ask("SECURE")).isEqualTo("true true");
      assertThat(client.ask("QUIT")).isEqualTo("bye");
      assertThat(client.hear()).isEqualTo("(end)");
    }
    assertThat(kernel.counted("sessions.opened", "tls", "true")).isEqualTo(1);
  }

  /** Injected commands are not carried over: @rfc 3207 4.2. */
  @Test
  void dropsClearTextThatCameBeforeTls() {
    try (LineClient client = clear("never")) {
      assertThat(client.ask("SECURE")).isEqualTo("false false");
      client.send("STARTTLS\r\nSAY injected\r\n".getBytes(ISO_8859_1));
      assertThat(client.hear()).isEqualTo("go ahead");
      client.startTls();
      assertThat(client.ask("SECURE")).isEqualTo("true true");
      assertThat(client.ask("SAY mine")).isEqualTo("mine");
    }
  }

  @Test
  void countsAndClosesWhereTheClientDoesNotSpeakTls() throws InterruptedException {
    try (LineClient client = clear("loopback")) {
      assertThat(client.ask("SECURE")).isEqualTo("false true");
      assertThat(client.ask("STARTTLS")).isEqualTo("go ahead");
      client.say("this is not TLS, and long enough to be sure");
      assertThat(plugin.events.poll(20, TimeUnit.SECONDS)).startsWith("close ");
    }
    assertThat(kernel.counted("connections.refused", "reason", "tls")).isEqualTo(1);
  }

  @Test
  void carriesLargeRepliesAndPipelinesUnderTls() {
    int port = kernel.listen(Map.of("implicitTls", true));
    try (LineClient client = LineClient.secure(port)) {
      client.hear();
      client.say("GIVE 3000000").say("SAY end");
      assertThat(client.hear()).hasSize(3_000_000);
      assertThat(client.hear()).isEqualTo("end");
    }
  }

  @Test
  void givesTheNewCertificateToNewConnectionsOnly() throws IOException, InterruptedException {
    int port = kernel.listen(Map.of("implicitTls", true));
    try (LineClient old = new LineClient(port)) {
      X509Certificate first = old.startTls();
      old.hear();
      Path fresh = home.resolve("other");
      new Certificates(fresh, "new.example", Duration.ofDays(1)).close();
      Files.move(
          fresh.resolve("key.pem"),
          home.resolve("tls/key.pem"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          fresh.resolve("cert.pem"),
          home.resolve("tls/cert.pem"),
          StandardCopyOption.REPLACE_EXISTING);
      X509Certificate next = first;
      BlockingQueue<Integer> clock = new LinkedBlockingQueue<>();
      for (int i = 0; i < 200 && next.equals(first); i++) {
        try (LineClient client = new LineClient(port)) {
          next = client.startTls();
        }
        clock.poll(20, TimeUnit.MILLISECONDS);
      }
      assertThat(next.getSubjectX500Principal().getName()).isEqualTo("CN=new.example");
      assertThat(old.ask("SAY still here")).isEqualTo("still here");
    }
  }

  @Test
  void keepsManyIdleConnections() {
    int port = kernel.listen(Map.of("implicitTls", true));
    List<LineClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 10; i++) {
        LineClient client = LineClient.secure(port);
        clients.add(client);
        client.hear();
      }
      clients.forEach(client -> assertThat(client.ask("SAY hi")).isEqualTo("hi"));
    } finally {
      clients.forEach(LineClient::close);
    }
  }

  private LineClient clear(String plaintextLogin) {
    LineClient client = new LineClient(kernel.listen(Map.of("plaintextLogin", plaintextLogin)));
    assertThat(client.hear()).isEqualTo("hello from 1");
    return client;
  }
}
