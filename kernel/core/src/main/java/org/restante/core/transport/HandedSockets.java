package org.restante.core.transport;

import io.netty.channel.ServerChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Listening sockets that whoever started this process has opened for it, and keeps: connections
 * wait in their backlog while one process ends and the next one begins. They come as systemd hands
 * them over: from descriptor 3 on, as many as {@code LISTEN_FDS} says, for the process {@code
 * LISTEN_PID}. Thread-safe.
 */
final class HandedSockets {
  static final int FIRST = 3;

  private final List<ServerChannel> left = new ArrayList<>();

  private HandedSockets() {}

  /** Those that the environment tells of, if they are meant for this process. */
  static HandedSockets of(
      Map<String, String> environment, long pid, int first, IntFunction<ServerChannel> open) {
    HandedSockets sockets = new HandedSockets();
    if (String.valueOf(pid).equals(environment.get("LISTEN_PID"))) {
      int count = Integer.parseInt(environment.getOrDefault("LISTEN_FDS", "0"));
      for (int i = 0; i < count; i++) {
        sockets.left.add(open.apply(first + i));
      }
    }
    return sockets;
  }

  /** The one that listens there, once: when it is closed, the address is to be bound anew. */
  synchronized Optional<ServerChannel> take(InetSocketAddress address) {
    Optional<ServerChannel> found =
        left.stream().filter(socket -> listensOn(socket, address)).findFirst();
    found.ifPresent(left::remove);
    return found;
  }

  private static boolean listensOn(ServerChannel socket, InetSocketAddress address) {
    return socket.localAddress() instanceof InetSocketAddress bound
        && bound.getPort() == address.getPort()
        && (bound.getAddress().equals(address.getAddress())
            || (bound.getAddress().isAnyLocalAddress()
                && address.getAddress().isAnyLocalAddress()));
  }
}
