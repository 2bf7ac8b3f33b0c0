package org.restante.core.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.restante.core.meter.KernelMeters;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One symbolic name: what serves, what is on its way out, what was refused last. */
final class Slot {
  private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

  private final String name;
  private final Replacement replacement;
  private final KernelMeters meters;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Bundle> leftOver = new ArrayList<>();
  private volatile @Nullable Serving current;
  private volatile @Nullable Serving draining;
  private volatile @Nullable Refused refused;
  private volatile @Nullable DeployedBundle starting;

  Slot(String name, Replacement replacement, KernelMeters meters) {
    this.name = name;
    this.replacement = replacement;
    this.meters = meters;
  }

  /** One deployment at a time. */
  void exclusively(Deployment deployment) throws DeploymentRefused {
    lock.lock();
    try {
      deployment.run();
    } finally {
      lock.unlock();
    }
  }

  /** Whether this content is in place, or was refused for good. */
  boolean knows(String hash) {
    Refused last = refused;
    return isCurrent(hash) || (last != null && last.hash.equals(hash) && last.again != Again.NOW);
  }

  /** The last refusal may be over: other bundles have come. */
  void retryRefused() {
    Refused last = refused;
    if (last != null) {
      refused = last.toTryAgain();
    }
  }

  /** The name of the file that serves; null if none does. */
  @Nullable String file() {
    Serving serving = current;
    return serving == null ? null : serving.file;
  }

  /** A bundle of an earlier run, which serves where nothing newer can. */
  void leftOver(Bundle bundle) {
    leftOver.add(bundle);
  }

  /** Puts a jar into service in place of what there is. */
  void bring(Jar jar, Consumer<DeploymentProgress> progress) throws DeploymentRefused {
    if (isCurrent(jar.hash())) {
      return;
    }
    Bundle next = accepted(jar, progress);
    Serving old = current;
    draining = old;
    current = new Serving(next, jar.hash(), jar.file());
    refused = null;
    LOG.info("{} {} serves (bundle {})", name, next.getVersion(), next.getBundleId());
    leftOver.forEach(replacement::takeOut);
    leftOver.clear();
    if (old != null) {
      replacement.replace(old.bundle, next, progress);
      draining = null;
      LOG.info(
          "{} {} is gone (bundle {})", name, old.bundle.getVersion(), old.bundle.getBundleId());
    }
    progress.accept(new DeploymentProgress(name, "serves", 0, 0, 0));
  }

  /** What serves was stopped: it goes, and does not come back by itself. */
  void expel(long bundleId, String reason) {
    Serving serving = current;
    if (serving == null || serving.bundle.getBundleId() != bundleId) {
      return; // it is on its way out, or not in yet: whoever brings it in sees that it is stopped
    }
    String version = serving.bundle.getVersion().toString();
    refused = new Refused(serving.file, version, serving.hash, reason, Again.NEVER);
    current = null;
    draining = serving;
    if (!leftOver.isEmpty()) {
      serveLeftOver();
    }
    replacement.takeOut(serving.bundle);
    draining = null;
  }

  /** Takes what there is out of service. */
  void clear() {
    Serving old = current;
    draining = old;
    current = null;
    refused = null;
    if (old != null) {
      replacement.takeOut(old.bundle);
      LOG.info("{} {} is removed", name, old.bundle.getVersion());
    }
    draining = null;
  }

  /** What status shows. */
  List<DeployedBundle> list() {
    List<DeployedBundle> all = new ArrayList<>();
    add(all, current, DeploymentState.ACTIVE);
    add(all, draining, DeploymentState.DRAINING);
    DeployedBundle coming = starting;
    if (coming != null) {
      all.add(coming);
    }
    Refused last = refused;
    if (last != null) {
      all.add(last.described(name));
    }
    return all;
  }

  private Bundle accepted(Jar jar, Consumer<DeploymentProgress> progress) throws DeploymentRefused {
    long start = System.nanoTime();
    boolean accepted = false;
    starting = described(jar, DeploymentState.STARTING, "");
    try {
      Bundle bundle =
          replacement.bringIn(
              jar, step -> progress.accept(new DeploymentProgress(name, step, 0, 0, 0)));
      accepted = true;
      return bundle;
    } catch (DeploymentRefused e) {
      refused(jar, String.valueOf(e.getMessage()));
      throw e;
    } finally {
      starting = null;
      meters.bundleUpdate(name, accepted, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void refused(Jar jar, String reason) {
    Refused last = refused;
    boolean known = last != null && last.reason.equals(reason);
    refused = new Refused(jar.file(), jar.version().toString(), jar.hash(), reason, Again.LATER);
    if (current == null && !leftOver.isEmpty()) {
      serveLeftOver();
    }
    if (!known) {
      LOG.error("{} is refused{}: {}", jar.file(), servesOn(), reason);
    }
  }

  private void serveLeftOver() {
    Bundle bundle = leftOver.removeLast();
    try {
      replacement.resume(bundle);
      current = new Serving(bundle, "", Jar.fileOf(bundle.getLocation()));
    } catch (DeploymentRefused e) {
      LOG.debug("{} of an earlier run can't serve either", bundle, e);
    }
  }

  private String servesOn() {
    Serving serving = current;
    return serving == null ? "" : ", " + serving.bundle.getVersion() + " serves on";
  }

  private boolean isCurrent(String hash) {
    Serving serving = current;
    return serving != null && serving.hash.equals(hash);
  }

  private void add(List<DeployedBundle> all, @Nullable Serving serving, DeploymentState state) {
    if (serving != null) {
      Bundle bundle = serving.bundle;
      all.add(
          new DeployedBundle(
              name,
              bundle.getVersion().toString(),
              bundle.getBundleId(),
              serving.file,
              state,
              "",
              replacement.sessions(bundle)));
    }
  }

  private static DeployedBundle described(Jar jar, DeploymentState state, String detail) {
    return new DeployedBundle(
        jar.name(), jar.version().toString(), -1, jar.file(), state, detail, 0);
  }

  /** What is done in a slot. */
  @FunctionalInterface
  interface Deployment {
    void run() throws DeploymentRefused;
  }

  private record Serving(Bundle bundle, String hash, String file) {}

  /** When a refused jar is tried again. */
  private enum Again {
    /** At the next look: what it lacked may have come. */
    NOW,
    /** When other bundles have come. */
    LATER,
    /** When the operator deploys it again. */
    NEVER
  }

  private record Refused(String file, String version, String hash, String reason, Again again) {

    Refused toTryAgain() {
      return again == Again.NEVER ? this : new Refused(file, version, hash, reason, Again.NOW);
    }

    DeployedBundle described(String name) {
      return new DeployedBundle(name, version, -1, file, DeploymentState.REFUSED, reason, 0);
    }
  }
}
