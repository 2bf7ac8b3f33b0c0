package org.restante.launcher.framework;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.framework.BundleContext;
import org.restante.launcher.home.Home;
import org.slf4j.LoggerFactory;

/**
 * The ports that the server before this one listened on, as {@code data/ports.note} has them, open
 * from the first moment of a start: clients wait in their backlog until the listeners take them. A
 * port that can't be opened now is the listener's to open, and to complain of.
 */
public final class EarlyPorts {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Queue<ServerSocketChannel> sockets = new ConcurrentLinkedQueue<>();

  private EarlyPorts() {}

  /** Opens those of a home's last server. */
  public static EarlyPorts open(Home home) {
    EarlyPorts ports = new EarlyPorts();
    Path note = home.data().resolve("ports.note");
    try {
      for (String line : Files.readAllLines(note)) {
        listen(line).ifPresent(ports.sockets::add);
      }
    } catch (NoSuchFileException firstStart) {
      return ports;
    } catch (IOException unreadable) {
      System.err.println("run: " + note + " can't be read: " + unreadable.getMessage());
    }
    return ports;
  }

  private static Optional<ServerSocketChannel> listen(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3) {
      return Optional.empty();
    }
    try {
      ServerSocketChannel socket = ServerSocketChannel.open();
      try {
        socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        InetSocketAddress address = new InetSocketAddress(words[0], Integer.parseInt(words[1]));
        return Optional.of(socket.bind(address, Integer.parseInt(words[2])));
      } catch (IOException | RuntimeException unusable) {
        socket.close();
      }
    } catch (IOException noSocket) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Lets the listeners find them. */
  void offer(BundleContext context) {
    context.registerService(
        Queue.class, sockets, new Hashtable<>(Map.of("restante.sockets", "early")));
  }

  /** Closes, some time after the start, what no listener wants any more. */
  void closeLeft() {
    Thread.ofPlatform().daemon().name("early-ports").start(this::closeLater);
  }

  private void closeLater() {
    try {
      Thread.sleep(PATIENCE);
      closeNow();
    } catch (InterruptedException | IOException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes what no listener has taken. */
  void closeNow() throws IOException {
    for (ServerSocketChannel left = sockets.poll(); left != null; left = sockets.poll()) {
      LoggerFactory.getLogger(EarlyPorts.class)
          .info("nobody listens on {} any more: it is closed", left.getLocalAddress());
      left.close();
    }
  }

  /** What no listener has taken. */
  List<ServerSocketChannel> left() {
    return List.copyOf(sockets);
  }
}
