package org.restante.core.guard;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guards of all bundles in {@code deploy/}, and the watchdog that looks at them. */
@Component(service = Guards.class, immediate = true, configurationPid = Guards.PID)
@Designate(ocd = IsolationConfig.class)
public final class Guards {
  static final String PID = "org.restante.core.isolation";
  private static final Logger LOG = LoggerFactory.getLogger(Guards.class);
  private static final long CENSUS_NANOS = 2_000_000_000L;
  private static final long LEAST_TICK = 1_000_000L;
  private static final int CROWDED =
      4; // on a processor that so many share a busy call is found yet

  private volatile IsolationSettings settings;
  private final MeterCensus meters;
  private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
  private final Thread watchdog;
  private volatile Consumer<PluginGuard> whenStopped = guard -> {};
  private volatile boolean closed;

  private record Watched(PluginGuard guard, Bundle bundle, Set<Long> others) {}

  /** Starts watching. */
  @Activate
  public Guards(
      IsolationConfig config, Map<String, ?> properties, @Reference MeterRegistry registry) {
    settings = IsolationSettings.of(config, properties);
    meters = new MeterCensus(registry, settings.meters());
    watchdog = Thread.ofPlatform().daemon().name("restante-watchdog").unstarted(this::watch);
    watchdog.setContextClassLoader(Guards.class.getClassLoader());
    watchdog.start();
    sayScan();
  }

  /** Takes a change; bundles that are in already keep what held when they came. */
  @Modified
  void change(IsolationConfig config, Map<String, ?> properties) {
    settings = IsolationSettings.of(config, properties);
    sayScan();
  }

  private void sayScan() {
    if (!settings.scan()) {
      LOG.warn("bundles are not looked over before they are installed: scan is off in {}", PID);
    }
  }

  /** Whether bundles are looked over before they are installed. */
  public boolean scans() {
    return settings.scan();
  }

  /** Whether the classes of this bundle get checkpoints. */
  public boolean weaves(Bundle bundle) {
    return settings.weave() && watched.containsKey(bundle.getBundleId());
  }

  /** Whether it is a plugin's, and gets the store by way of its guard. */
  public boolean watches(Bundle bundle) {
    return watched.containsKey(bundle.getBundleId());
  }

  /** Who is told that a plugin was stopped, on any thread; must not block. */
  public void whenStopped(Consumer<PluginGuard> listener) {
    whenStopped = listener;
  }

  /** A bundle is installed, and not started yet. */
  public PluginGuard watch(Bundle bundle) {
    return watched
        .computeIfAbsent(
            bundle.getBundleId(),
            id -> {
              PluginGuard guard = guard(bundle.getSymbolicName() + " " + bundle.getVersion(), id);
              guard.register();
              return new Watched(guard, bundle, ConcurrentHashMap.newKeySet());
            })
        .guard();
  }

  /** The guard of a bundle; one that nobody watched gets one without checkpoints. */
  public PluginGuard of(long bundleId) {
    Watched known = watched.get(bundleId);
    return known == null ? guard("bundle " + bundleId, bundleId) : known.guard();
  }

  /** The guard of a bundle that is watched. */
  public Optional<PluginGuard> find(Bundle bundle) {
    return Optional.ofNullable(watched.get(bundle.getBundleId())).map(Watched::guard);
  }

  /**
   * A bundle is about to be uninstalled: nothing of it goes on. Its threads are interrupted, what
   * it has open in the store is closed, and if it was stopped its meters go.
   */
  public void forget(Bundle bundle) {
    Watched known = watched.remove(bundle.getBundleId());
    if (known == null) {
      return;
    }
    boolean broken = known.guard().stopped().isPresent();
    known.guard().gone();
    List<Thread> left = census(known).threads();
    left.forEach(Thread::interrupt);
    if (!left.isEmpty()) {
      LOG.warn("{} leaves threads behind, interrupted: {}", known.guard().name(), names(left));
    }
    if (broken) {
      meters.remove(known.guard());
    } else {
      meters.forget(known.guard());
    }
  }

  /** Stops watching. */
  @Deactivate
  public void close() {
    closed = true;
    LockSupport.unpark(watchdog);
    meters.close();
  }

  private PluginGuard guard(String name, long id) {
    return new PluginGuard(name, id, settings, stopped -> whenStopped.accept(stopped));
  }

  private void watch() {
    long tick = Math.max(LEAST_TICK, settings.slice().toNanos() / 2);
    long nextCensus = System.nanoTime() + CENSUS_NANOS;
    ProcessorTime processors =
        new ProcessorTime(
            ProcessorTime::ofThisProcess, settings.busy().multipliedBy(CROWDED), System.nanoTime());
    while (!closed) {
      LockSupport.parkNanos(tick);
      long now = System.nanoTime();
      processors.tick(now);
      for (Watched each : watched.values()) {
        look(each, now, processors);
      }
      if (now - nextCensus >= 0) {
        watched.values().forEach(this::countThreads);
        nextCensus = now + CENSUS_NANOS;
      }
    }
  }

  private static void look(Watched each, long now, ProcessorTime processors) {
    try {
      each.guard().look(now, processors);
    } catch (RuntimeException e) { // the others are looked at all the same
      LOG.error("looking at {} failed", each.guard().name(), e);
    }
  }

  private void countThreads(Watched each) {
    List<Thread> own = census(each).threads();
    if (!own.isEmpty()) {
      each.guard()
          .stop(
              "it runs threads of its own ("
                  + names(own)
                  + "): executors and loops are the"
                  + " kernel's");
      own.forEach(Thread::interrupt);
    }
  }

  private static ThreadCensus census(Watched each) {
    BundleWiring wiring = each.bundle().adapt(BundleWiring.class);
    return new ThreadCensus(
        each.guard(),
        each.bundle(),
        wiring == null ? null : wiring.getClassLoader(),
        each.others());
  }

  private static String names(List<Thread> threads) {
    return String.join(", ", threads.stream().map(Thread::getName).sorted().toList());
  }
}
