package org.restante.core.plugin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.core.connection.ClientConnection;

/** Connections of one protocol that wait for a plugin, in the order they came. Not thread-safe. */
final class ParkingLot {
  private final Map<ClientConnection, Long> waiting = new LinkedHashMap<>();

  /** Takes it, unless the listener's bound is reached. */
  boolean park(ClientConnection connection) {
    if (waiting.size() >= connection.terms().maxParked()) {
      return false;
    }
    waiting.put(connection, System.nanoTime());
    return true;
  }

  /** Whether it was still waiting. */
  boolean remove(ClientConnection connection) {
    return waiting.remove(connection) != null;
  }

  /** The one that waits longest; null if none does. */
  @Nullable Parked poll() {
    Map.Entry<ClientConnection, Long> first = null;
    for (Map.Entry<ClientConnection, Long> entry : waiting.entrySet()) {
      first = entry;
      break;
    }
    if (first == null) {
      return null;
    }
    waiting.remove(first.getKey());
    return new Parked(first.getKey(), Duration.ofNanos(System.nanoTime() - first.getValue()));
  }

  int size() {
    return waiting.size();
  }

  /** A connection and the time it waited. */
  record Parked(ClientConnection connection, Duration time) {}
}
