package org.restante.itest.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.restante.testkit.transcript.SocketTarget;

/** The distribution in a process of its own. */
final class RunningServer implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

  private final Process process;
  private final Path console;
  private final WireHome home;
  private final AdminApi admin;

  private RunningServer(Path program, WireHome home) throws IOException {
    Path root = home.home().root();
    this.home = home;
    this.admin = new AdminApi(root, home.home().port(80));
    this.console = root.resolveSibling("console.log");
    this.process =
        new ProcessBuilder(
                program.toString(),
                "run",
                "--home",
                root.toString(),
                "--base-port",
                Integer.toString(home.home().basePort()))
            .redirectErrorStream(true)
            .redirectOutput(console.toFile())
            .start();
  }

  /** Starts one and waits until all its ports answer. */
  static RunningServer start(Path program, WireHome home) throws IOException {
    RunningServer server = new RunningServer(program, home);
    long deadline = System.nanoTime() + PATIENCE;
    while (!server.admin.ready()) {
      if (!server.process.isAlive() || System.nanoTime() > deadline) {
        server.close();
        throw new AssertionError("the server does not start:\n" + Files.readString(server.console));
      }
      server.awaitEndBriefly();
    }
    return server;
  }

  /** Until its process ends, or it is time for another look. */
  private void awaitEndBriefly() {
    try {
      process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The server for one transcript: its accounts are made anew. */
  SocketTarget target(String protocol, FreshAccount... accounts) {
    for (FreshAccount account : accounts) {
      admin.freshAccount(account);
    }
    return new SocketTarget("127.0.0.1", home.ports(protocol), Set.of(), this::append);
  }

  /** The same, whose first listener is under TLS. */
  SocketTarget securedTarget(String protocol, FreshAccount... accounts) {
    for (FreshAccount account : accounts) {
      admin.freshAccount(account);
    }
    Map<String, Integer> ports = new HashMap<>(home.ports(protocol));
    Set<String> secured = new HashSet<>(List.of("", home.first()));
    secured.forEach(name -> ports.put(name, home.securedPort(protocol)));
    return new SocketTarget("127.0.0.1", ports, secured, this::append);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A letter without trace fields, by APPEND. */
  private void append(String login, byte[] letter) {
    try (Socket socket = new Socket("127.0.0.1", home.home().port(143));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
      String head = "a LOGIN " + login + " pass\r\nb APPEND INBOX {" + letter.length + "+}\r\n";
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      socket.getOutputStream().write(letter);
      socket.getOutputStream().write("\r\n".getBytes(ISO_8859_1));
      String line = lines.readLine();
      while (line != null && !line.startsWith("b ")) {
        line = lines.readLine();
      }
      if (line == null || !line.startsWith("b OK")) {
        throw new AssertionError("APPEND to " + login + ": " + line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
