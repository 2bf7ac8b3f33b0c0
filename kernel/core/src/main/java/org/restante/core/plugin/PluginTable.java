package org.restante.core.plugin;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.restante.core.connection.ClientConnection;
import org.restante.core.guard.Guards;
import org.restante.core.guard.PluginGuard;
import org.restante.core.meter.KernelMeters;
import org.restante.core.meter.ProtocolMeters;
import org.restante.core.meter.Refusal;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ProtocolPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins that are there and the connections that wait for one. Thread-safe. */
@Component(service = PluginTable.class)
public final class PluginTable {
  private static final Logger LOG = LoggerFactory.getLogger(PluginTable.class);
  private static final Duration UNBIND_TIME = Duration.ofSeconds(3);

  private final KernelMeters meters;
  private final Guards guards;
  private final Supplier<CloseReason> whyPluginsGo;
  private final Trials trials;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Revisions revisions = new Revisions();
  private final Map<String, ParkingLot> parked = new HashMap<>();

  /**
   * An empty table.
   *
   * @param whyPluginsGo what a session is told when its plugin goes: the server stops, or only the
   *     bundle
   */
  public PluginTable(KernelMeters meters, Guards guards, Supplier<CloseReason> whyPluginsGo) {
    this.meters = meters;
    this.guards = guards;
    this.whyPluginsGo = whyPluginsGo;
    trials = new Trials(meters);
  }

  /** Sessions say goodbye for the reason that the framework's state gives. */
  @Activate
  public PluginTable(
      @Reference KernelMeters meters, @Reference Guards guards, BundleContext context) {
    this(meters, guards, () -> whyBundlesStop(context));
  }

  /** Declarative Services has a plugin. */
  @Reference(
      service = ProtocolPlugin.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      unbind = "unbindPlugin")
  void bindPlugin(ServiceReference<ProtocolPlugin> reference, ProtocolPlugin plugin) {
    Bundle bundle = reference.getBundle();
    long serviceId = (Long) reference.getProperty(Constants.SERVICE_ID);
    add(plugin, bundle.getVersion(), serviceId, bundle.getBundleId());
  }

  /** Declarative Services takes it away; it works until this returns. */
  void unbindPlugin(ProtocolPlugin plugin) {
    remove(plugin, UNBIND_TIME);
  }

  private static CloseReason whyBundlesStop(BundleContext context) {
    Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    boolean stopping = system == null || system.getState() == Bundle.STOPPING;
    return stopping ? CloseReason.SHUTDOWN : CloseReason.BUNDLE_STOP;
  }

  /** A plugin has come; it serves as soon as its health check has passed. */
  public Revision add(ProtocolPlugin plugin, Version version, long serviceId, long bundleId) {
    PluginGuard guard = guards.of(bundleId);
    Revision revision = new Revision(plugin, version, serviceId, guard, trials.audience(bundleId));
    ProtocolMeters figures = meters.protocol(revision.protocol());
    figures.commands(plugin.commands());
    guard.meters(figures);
    locked(() -> revisions.add(revision));
    Thread check =
        Thread.ofPlatform()
            .daemon()
            .name("health-" + revision.protocol())
            .inheritInheritableThreadLocals(false)
            .unstarted(() -> check(revision));
    check.setContextClassLoader(PluginTable.class.getClassLoader());
    check.start();
    return revision;
  }

  /** A plugin goes: its sessions move to another revision, or say goodbye, within this time. */
  public void remove(ProtocolPlugin plugin, Duration limit) {
    Revision going = locked(() -> revisions.take(plugin));
    if (going != null) {
      trials.gone(going);
      Revision next = locked(() -> revisions.bestAfter(going));
      if (next != null) {
        move(going, next, limit, progress -> {});
      } else {
        Departure.begin(going, whyPluginsGo.get(), limit);
      }
      LOG.info("{} is gone", going);
    }
  }

  /** A connection wants to be served. */
  public void attach(ClientConnection connection) {
    boolean settled = false;
    while (!settled) {
      settled =
          switch (locked(() -> place(connection))) {
            case Place.With(Revision revision) -> enter(connection, revision);
            case Place.Waiting() -> await(connection);
            case Place.NoRoom() -> refuse(connection);
          };
    }
  }

  /** A connection has waited long enough, or is gone. True where it was still waiting. */
  public boolean unpark(ClientConnection connection) {
    return locked(() -> lot(connection.listener().protocol()).remove(connection));
  }

  /** How many connections wait for this protocol. */
  public int parked(String protocol) {
    return locked(() -> lot(protocol).size());
  }

  /**
   * Moves all sessions of a revision to another and waits. New connections go elsewhere from now
   * on; sessions that have not moved when the time is over say goodbye.
   */
  public HandoverProgress move(
      Revision from, Revision to, Duration limit, Consumer<HandoverProgress> progress) {
    return move(from, to, limit, progress, () -> true);
  }

  /**
   * The same.
   *
   * @param goOn is asked now and then: false breaks it off, and who has not moved stays
   */
  public HandoverProgress move(
      Revision from,
      Revision to,
      Duration limit,
      Consumer<HandoverProgress> progress,
      BooleanSupplier goOn) {
    to.leaveBy(null);
    Handover handover = new Handover(from, to, meters.protocol(from.protocol()));
    handover.begin();
    HandoverProgress end = handover.await(limit, progress, goOn);
    LOG.info("{} to {}: {}", from, to, end);
    return end;
  }

  /** All sessions of a revision say goodbye; it gets no new ones. */
  public void retire(Revision revision, Duration limit) {
    revision.close();
    Departure.begin(revision, CloseReason.BUNDLE_STOP, limit);
  }

  /** The canaries. */
  public Trials trials() {
    return trials;
  }

  /** Who belongs to the audience of a bundle is served by it, the rest by another. */
  public void tryOut(long next, long old) {
    trials.begin(old, next, all());
  }

  /** A bundle that has served some only serves everyone who comes. */
  public void open(long bundle) {
    trials.open(bundle, of(bundle));
  }

  private List<Revision> all() {
    return locked(revisions::all);
  }

  /** The revisions of a bundle. */
  public List<Revision> of(long bundleId) {
    return locked(() -> revisions.of(bundleId));
  }

  /** The revision that gets this protocol's new connections. */
  public Optional<Revision> current(String protocol) {
    return Optional.ofNullable(locked(() -> revisions.best(protocol)));
  }

  /**
   * Waits until a bundle has a plugin and its health is known; empty where neither came in time.
   */
  public Optional<Revision> await(long bundleId, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    Revision found = awaitRevision(bundleId, limit.toNanos());
    if (found != null) {
      found.awaitHealth(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    return Optional.ofNullable(found);
  }

  private @Nullable Revision awaitRevision(long bundleId, long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (of(bundleId).isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      List<Revision> found = of(bundleId);
      return found.isEmpty() ? null : found.getFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void check(Revision revision) {
    try {
      revision.plugin().checkHealth();
      revision.health(new Health.Good());
      LOG.info("{} serves", revision);
      trials.link(all());
      serveParked(revision.protocol());
    } catch (Throwable e) { // whatever a plugin throws: it does not serve
      LOG.error("{} gets no connections: its health check failed: {}", revision, e.toString());
      revision.health(new Health.Bad(e.toString()));
    }
  }

  private void serveParked(String protocol) {
    ParkingLot.Parked next = locked(() -> lot(protocol).poll());
    while (next != null) {
      meters.waitedForPlugin(next.time());
      attach(next.connection());
      next = locked(() -> revisions.best(protocol) == null ? null : lot(protocol).poll());
    }
  }

  private Place place(ClientConnection connection) {
    String protocol = connection.listener().protocol();
    Revision best = revisions.bestFor(connection);
    if (best != null) {
      return new Place.With(best);
    }
    return lot(protocol).park(connection) ? new Place.Waiting() : new Place.NoRoom();
  }

  private static boolean enter(ClientConnection connection, Revision revision) {
    boolean entered = revision.enter(connection);
    if (entered) {
      connection.serve(revision);
    }
    return entered;
  }

  private boolean await(ClientConnection connection) {
    connection.later(connection.terms().park(), () -> giveUp(connection));
    connection.whenClosed(() -> unpark(connection));
    return true;
  }

  private static boolean refuse(ClientConnection connection) {
    connection.refuse(Refusal.NO_PLUGIN);
    return true;
  }

  private void giveUp(ClientConnection connection) {
    if (unpark(connection)) {
      refuse(connection);
    }
  }

  private ParkingLot lot(String protocol) {
    return parked.computeIfAbsent(protocol, unused -> new ParkingLot());
  }

  private <T extends @Nullable Object> T locked(Supplier<T> task) {
    lock.lock();
    try {
      T result = task.get();
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }
}
