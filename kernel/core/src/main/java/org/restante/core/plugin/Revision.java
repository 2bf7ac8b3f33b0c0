package org.restante.core.plugin;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.restante.core.connection.ClientConnection;
import org.restante.core.connection.Host;
import org.restante.core.guard.PluginGuard;
import org.restante.core.meter.CommandFigures;
import org.restante.deploy.Rollout;
import org.restante.protocol.ProtocolPlugin;

/** One registered plugin service: a revision of a protocol, and the connections it serves. */
public final class Revision implements Host {
  static final Comparator<Revision> NEWEST_LAST =
      Comparator.comparing((Revision revision) -> revision.version)
          .thenComparingLong(revision -> revision.serviceId);

  private final ProtocolPlugin plugin;
  private final String protocol;
  private final Version version;
  private final long serviceId;
  private final long bundleId;
  private final PluginGuard guard;
  private final CommandFigures figures = new CommandFigures();
  private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Health health = new Health.Unknown();
  private volatile boolean closed;
  private volatile @Nullable Handover handover;
  private volatile @Nullable Trial trial;
  private volatile Rollout audience;

  Revision(
      ProtocolPlugin plugin, Version version, long serviceId, PluginGuard guard, Rollout audience) {
    this.plugin = plugin;
    this.protocol = plugin.protocol();
    this.version = version;
    this.serviceId = serviceId;
    this.bundleId = guard.bundleId();
    this.guard = guard;
    this.audience = audience;
  }

  @Override
  public ProtocolPlugin plugin() {
    return plugin;
  }

  @Override
  public PluginGuard guard() {
    return guard;
  }

  /** The plugin's protocol. */
  public String protocol() {
    return protocol;
  }

  /** The bundle that registered it. */
  public long bundleId() {
    return bundleId;
  }

  /** Whether the connection is here. */
  boolean serves(ClientConnection connection) {
    return connections.contains(connection);
  }

  /** How many connections it serves. */
  public int sessions() {
    return connections.size();
  }

  /** What its health check said. */
  public Health health() {
    return health;
  }

  @Override
  public CommandFigures figures() {
    return figures;
  }

  @Override
  public boolean enter(ClientConnection connection) {
    connections.add(connection);
    if (closed) {
      left(connection);
      return false;
    }
    Handover leaving = handover;
    if (leaving != null) {
      leaving.send(connection); // it came while the others were told to go
    } else {
      place(connection);
    }
    return true;
  }

  @Override
  public void identified(ClientConnection connection) {
    if (handover == null) {
      place(connection);
    }
  }

  @Override
  public void left(ClientConnection connection) {
    connections.remove(connection);
    signal();
  }

  boolean takesNewConnections() {
    return canServe() && handover == null;
  }

  boolean canServe() {
    return health instanceof Health.Good && !closed && guard.stopped().isEmpty();
  }

  /** Whether a new connection is among those that this revision is for. */
  boolean isFor(ClientConnection connection) {
    Trial running = trial;
    return switch (audience) {
      case Rollout.Everyone() -> running == null || !running.includes(connection);
      case Rollout.Canary canary -> Trial.includes(canary, connection);
    };
  }

  boolean isForEveryone() {
    return audience instanceof Rollout.Everyone;
  }

  /** These and nobody else are served from now on. */
  void audience(Rollout next) {
    audience = next;
  }

  void onTrial(@Nullable Trial next) {
    trial = next;
  }

  void health(Health found) {
    health = found;
    signal();
  }

  /** No connection enters any more. */
  void close() {
    closed = true;
  }

  void leaveBy(@Nullable Handover way) {
    handover = way;
  }

  List<ClientConnection> connections() {
    return List.copyOf(connections);
  }

  /** Waits until the last session has left; false where the time was too short. */
  boolean awaitEmpty(Duration limit) {
    return await(limit, () -> connections.isEmpty());
  }

  /** Waits for the health check; empty where the time was too short. */
  Optional<Health> awaitHealth(Duration limit) {
    boolean known = await(limit, () -> !(health instanceof Health.Unknown));
    return known ? Optional.of(health) : Optional.empty();
  }

  private void place(ClientConnection connection) {
    Trial running = trial;
    if (running != null) {
      running.place(connection, this);
    }
  }

  private boolean await(Duration limit, BooleanSupplier condition) {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return condition.getAsBoolean();
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return protocol + " " + version + " (bundle " + bundleId + ")";
  }
}
