package org.restante.core.plugin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.core.connection.ClientConnection;
import org.restante.core.connection.Host;
import org.restante.core.connection.Relocation;
import org.restante.core.meter.HandoverResult;
import org.restante.core.meter.ProtocolMeters;

/** Sends sessions to other revisions and counts what became of them. Thread-safe. */
final class HandoverCount {
  private final ProtocolMeters meters;
  private final AtomicInteger moved = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();
  private final Set<Long> deferred = ConcurrentHashMap.newKeySet();

  HandoverCount(ProtocolMeters meters) {
    this.meters = meters;
  }

  /** It goes on there from its next command boundary on. */
  void send(ClientConnection connection, Host target) {
    connection.move(new Relocation(target, result -> count(connection, result)));
  }

  void count(ClientConnection connection, HandoverResult result) {
    boolean first =
        switch (result) {
          case MOVED -> moved.incrementAndGet() > 0;
          case DROPPED -> dropped.incrementAndGet() > 0;
          case DEFERRED -> deferred.add(connection.id());
        };
    if (first) {
      meters.handover(result);
    }
  }

  HandoverProgress progress(int waiting) {
    return new HandoverProgress(moved.get(), waiting, deferred.size(), dropped.get());
  }
}
