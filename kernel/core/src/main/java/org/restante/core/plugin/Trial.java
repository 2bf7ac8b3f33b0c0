package org.restante.core.plugin;

import org.restante.core.connection.ClientConnection;
import org.restante.core.meter.ProtocolMeters;
import org.restante.deploy.Rollout;

/** A canary at work: which of two revisions of a protocol a session belongs to. Thread-safe. */
final class Trial {
  private final Revision old;
  private final Revision next;
  private final Rollout.Canary audience;
  private final HandoverCount count;

  Trial(Revision old, Revision next, Rollout.Canary audience, ProtocolMeters meters) {
    this.old = old;
    this.next = next;
    this.audience = audience;
    count = new HandoverCount(meters);
  }

  /** From now on each session is brought where it belongs, and so are those that are there. */
  void begin() {
    next.onTrial(this);
    old.onTrial(this);
    old.connections().forEach(connection -> place(connection, old));
    next.connections().forEach(connection -> place(connection, next));
  }

  /** Sessions stay where they are. */
  void end() {
    old.onTrial(null);
    next.onTrial(null);
    old.connections().forEach(connection -> connection.stayFrom(next));
    next.connections().forEach(connection -> connection.stayFrom(old));
  }

  boolean isBetween(Revision one, Revision other) {
    return old.equals(one) && next.equals(other);
  }

  boolean involves(Revision revision) {
    return old.equals(revision) || next.equals(revision);
  }

  boolean isOf(long bundle) {
    return next.bundleId() == bundle;
  }

  boolean includes(ClientConnection connection) {
    return includes(audience, connection);
  }

  static boolean includes(Rollout.Canary audience, ClientConnection connection) {
    return audience.includes(connection.peer().getAddress())
        || connection.account().filter(audience::includes).isPresent();
  }

  /** Something about a session has changed, or it has come. */
  void place(ClientConnection connection, Revision at) {
    Revision home = includes(connection) ? next : old;
    if (!home.equals(at)) {
      count.send(connection, home);
    }
  }
}
