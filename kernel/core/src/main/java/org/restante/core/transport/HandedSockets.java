package org.restante.core.transport;

import io.netty.channel.ServerChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Listening sockets that were open before the listeners were there: connections wait in their
 * backlog meanwhile.
 *
 * <p>Some are of whoever started this process, and keeps them while one process ends and the next
 * one begins. They come as systemd hands them over: from descriptor 3 on, as many as {@code
 * LISTEN_FDS} says, for the process {@code LISTEN_PID}. Others the launcher has opened, before it
 * read anything else. Thread-safe.
 */
final class HandedSockets {
  static final int FIRST = 3;

  private final List<ServerChannel> left;
  private final Adoption adoption;
  private final List<ServerSocketChannel> adopted = new ArrayList<>(); // whose descriptors are ours

  /** Makes a channel of a socket of the JDK's, which nobody else uses any more. */
  @FunctionalInterface
  interface Adoption {
    ServerChannel of(ServerSocketChannel socket) throws IOException;
  }

  private HandedSockets(List<ServerChannel> left, Adoption adoption) {
    this.left = left;
    this.adoption = adoption;
  }

  /** Those that the environment tells of, if they are meant for this process. */
  static HandedSockets of(
      Map<String, String> environment,
      long pid,
      int first,
      IntFunction<ServerChannel> open,
      Adoption adoption) {
    List<ServerChannel> sockets = new ArrayList<>();
    if (String.valueOf(pid).equals(environment.get("LISTEN_PID"))) {
      int count = Integer.parseInt(environment.getOrDefault("LISTEN_FDS", "0"));
      for (int i = 0; i < count; i++) {
        sockets.add(open.apply(first + i));
      }
    }
    return new HandedSockets(sockets, adoption);
  }

  /** None but the launcher's. */
  static HandedSockets none(Adoption adoption) {
    return new HandedSockets(List.of(), adoption);
  }

  /**
   * The one that listens there, once: when it is closed, the address is to be bound anew.
   *
   * @param early the launcher's, as far as nobody has taken them
   */
  synchronized Optional<ServerChannel> take(
      InetSocketAddress address, Queue<ServerSocketChannel> early) {
    Optional<ServerChannel> found =
        left.stream().filter(socket -> listensOn(socket.localAddress(), address)).findFirst();
    found.ifPresent(left::remove);
    return found.or(() -> adopt(address, early));
  }

  private Optional<ServerChannel> adopt(
      InetSocketAddress address, Queue<ServerSocketChannel> early) {
    for (ServerSocketChannel socket : early) {
      try {
        if (listensOn(socket.getLocalAddress(), address) && early.remove(socket)) {
          return adopt(socket);
        }
      } catch (IOException e) {
        early.remove(socket); // it was closed
      }
    }
    return Optional.empty();
  }

  private Optional<ServerChannel> adopt(ServerSocketChannel socket) throws IOException {
    try {
      socket.configureBlocking(false);
      ServerChannel channel = adoption.of(socket);
      adopted.add(socket);
      return Optional.of(channel);
    } catch (IOException | RuntimeException e) {
      socket.close(); // the listener opens the port itself
      return Optional.empty();
    }
  }

  private static boolean listensOn(@Nullable SocketAddress socket, InetSocketAddress address) {
    return socket instanceof InetSocketAddress bound
        && bound.getPort() == address.getPort()
        && (bound.getAddress().equals(address.getAddress())
            || (bound.getAddress().isAnyLocalAddress()
                && address.getAddress().isAnyLocalAddress()));
  }
}
