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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.restante.testkit.transcript.SocketTarget;

/** The distribution in a process of its own. */
final class RunningServer implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

  private final Process process;
  private final Path console;
  private final int basePort;
  private final AdminApi admin;

  private RunningServer(Path program, Path home, int basePort) throws IOException {
    this.basePort = basePort;
    this.admin = new AdminApi(home, basePort + 80);
    this.console = home.resolveSibling("console.log");
    this.process =
        new ProcessBuilder(
                program.toString(),
                "run",
                "--home",
                home.toString(),
                "--base-port",
                Integer.toString(basePort))
            .redirectErrorStream(true)
            .redirectOutput(console.toFile())
            .start();
  }

  /** Starts one and waits until all its ports answer. */
  static RunningServer start(Path program, Path home, int basePort) throws IOException {
    RunningServer server = new RunningServer(program, home, basePort);
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
  SocketTarget target(String listener, FreshAccount... accounts) {
    for (FreshAccount account : accounts) {
      admin.freshAccount(account);
    }
    Map<String, Integer> ports =
        Map.of(
            "imap", basePort + 143,
            "pop3", basePort + 110,
            "mx", basePort + 25,
            "lmtp", basePort + 24,
            "submission", basePort + 587);
    Map<String, Integer> named = new HashMap<>(ports);
    named.put("", basePort + port(listener));
    return new SocketTarget("127.0.0.1", named, this::append);
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

  private static int port(String listener) {
    return switch (listener) {
      case "pop3" -> 110;
      case "mx" -> 25;
      default -> 143;
    };
  }

  /** A letter without trace fields, by APPEND. */
  private void append(String login, byte[] letter) {
    try (Socket socket = new Socket("127.0.0.1", basePort + 143);
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
