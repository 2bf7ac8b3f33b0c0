package org.restante.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.core.connection.ClientConnection;
import org.restante.protocol.ProtocolPlugin;

/** The revisions that there are, and which of them is the one to take. Not thread-safe. */
final class Revisions {
  private static final Comparator<Revision> BEST_LAST =
      Comparator.comparing(Revision::isForEveryone).thenComparing(Revision.NEWEST_LAST);

  private final List<Revision> all = new ArrayList<>();

  boolean add(Revision revision) {
    return all.add(revision);
  }

  /** Takes out the one of a plugin; null where there is none. */
  @SuppressWarnings("ReferenceEquality") // a service, not a value
  @Nullable Revision take(ProtocolPlugin plugin) {
    for (Revision revision : all) {
      if (revision.plugin() == plugin) {
        revision.close();
        all.remove(revision);
        return revision;
      }
    }
    return null;
  }

  List<Revision> all() {
    return List.copyOf(all);
  }

  List<Revision> of(long bundleId) {
    return all.stream().filter(revision -> revision.bundleId() == bundleId).toList();
  }

  /** For a new connection: the newest of those that it belongs to, else the best. */
  @Nullable Revision bestFor(ClientConnection connection) {
    String protocol = connection.listener().protocol();
    return ready(protocol)
        .filter(revision -> revision.isFor(connection))
        .max(Revision.NEWEST_LAST)
        .orElseGet(() -> best(protocol));
  }

  /** The newest, a canary only where there is nothing else. */
  @Nullable Revision best(String protocol) {
    return ready(protocol).max(BEST_LAST).orElse(null);
  }

  /** The one to go on with; one that is being replaced is better than none. */
  @Nullable Revision bestAfter(Revision going) {
    Revision best = best(going.protocol());
    return best != null
        ? best
        : ofProtocol(going.protocol()).filter(Revision::canServe).max(BEST_LAST).orElse(null);
  }

  private Stream<Revision> ready(String protocol) {
    return ofProtocol(protocol).filter(Revision::takesNewConnections);
  }

  private Stream<Revision> ofProtocol(String protocol) {
    return all.stream().filter(revision -> revision.protocol().equals(protocol));
  }
}
