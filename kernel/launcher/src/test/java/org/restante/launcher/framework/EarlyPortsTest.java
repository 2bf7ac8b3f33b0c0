package org.restante.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.launcher.home.Home;

final class EarlyPortsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir private Path root;
  private Home home;

  @BeforeEach
  void makeHome() throws IOException {
    home = new Home(root);
    Files.createDirectories(home.data());
  }

  @Test
  void clientsWaitInTheBacklog() throws IOException {
    int port = free();
    note("127.0.0.1 " + port + " 16");
    EarlyPorts ports = EarlyPorts.open(home);
    try (Socket client = new Socket(LOOPBACK, port)) {
      assertThat(client.isConnected()).isTrue();
      assertThat(ports.left())
          .extracting(ServerSocketChannel::getLocalAddress)
          .containsExactly(new InetSocketAddress("127.0.0.1", port));
    } finally {
      ports.closeNow();
    }
  }

  @Test
  void aFirstStartHasNone() {
    assertThat(EarlyPorts.open(home).left()).isEmpty();
  }

  @Test
  void whatCannotBeOpenedIsLeftToTheListeners() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      int port = free();
      note(
          "127.0.0.1 " + taken.getLocalPort() + " 16",
          "nonsense",
          "127.0.0.1 many 16",
          "127.0.0.1 " + port + " 16");
      EarlyPorts ports = EarlyPorts.open(home);
      assertThat(ports.left()).hasSize(1);
      ports.closeNow();
      assertThat(ports.left()).isEmpty();
    }
  }

  private void note(String... lines) throws IOException {
    Files.write(home.data().resolve("ports.note"), List.of(lines));
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, LOOPBACK)) {
      return any.getLocalPort();
    }
  }
}
