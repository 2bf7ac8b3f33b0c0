package org.restante.core.deploy;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.restante.core.meter.KernelMeters;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one revision of a symbolic name follows another, and how it goes back. Within the slot's
 * lock.
 */
final class Succession {
  private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

  private final String name;
  private final Lineup lineup;
  private final Replacement replacement;
  private final FolderWriter folder;
  private final KernelMeters meters;
  private final Watcher watcher;

  /** Begins a watch. */
  @FunctionalInterface
  interface Watcher {
    Watch begin(Guard guard, Duration limit);
  }

  Succession(
      String name,
      Lineup lineup,
      Replacement replacement,
      FolderWriter folder,
      KernelMeters meters,
      Watcher watcher) {
    this.name = name;
    this.lineup = lineup;
    this.replacement = replacement;
    this.folder = folder;
    this.meters = meters;
    this.watcher = watcher;
  }

  /** Nobody is watched any more; the bundles stay as they are. */
  void endWatch() {
    Watch watching = lineup.watch;
    lineup.watch = null;
    if (watching != null) {
      watching.end();
    }
  }

  /** A canary becomes one that serves everyone who comes. */
  Serving promoted(Lineup.Candidate candidate) {
    endWatch();
    lineup.canary = null;
    replacement.open(candidate.serving().bundle());
    return candidate.serving();
  }

  /** A new revision gets everyone; the old one is kept for a time, or goes. */
  void takeOver(Serving next, Consumer<DeploymentProgress> progress) throws DeploymentRefused {
    Serving old = lineup.current;
    lineup.draining = old;
    lineup.current = next;
    lineup.refused = null;
    LOG.info("{} {} serves", name, next);
    if (old == null) {
      return;
    }
    Guard guard = replacement.guard(old.bundle(), next.bundle());
    Optional<String> complaint = moved(old, next, guard, progress);
    lineup.draining = null;
    if (complaint.isPresent()) {
      goBack(next, old, because(complaint.get()), progress);
      throw new DeploymentRefused(name + " " + next.version() + " " + because(complaint.get()));
    }
    if (replacement.keepsStandby(old.bundle())) {
      lineup.standby = old;
      watch(guard, guard.age().plus(replacement.guarded()));
    } else {
      replacement.remove(old.bundle());
      LOG.info("{} {} is gone", name, old);
    }
  }

  /**
   * Moves the sessions, unless the guard complains of errors; of latency it judges from then on.
   */
  private Optional<String> moved(
      Serving old, Serving next, Guard guard, Consumer<DeploymentProgress> progress) {
    AtomicReference<Optional<String>> complaint = new AtomicReference<>(Optional.empty());
    boolean guarded = replacement.keepsStandby(old.bundle());
    replacement.move(
        old.bundle(),
        next.bundle(),
        progress,
        () -> {
          if (guarded) {
            complaint.set(guard.errorComplaint());
          }
          return Objects.requireNonNull(complaint.get()).isEmpty();
        });
    guard.arrived();
    return Objects.requireNonNull(complaint.get());
  }

  /** The new revision's sessions return to the old one, and it goes. */
  void goBack(Serving bad, Serving good, String reason, Consumer<DeploymentProgress> progress) {
    endWatch();
    lineup.standby = null;
    lineup.current = good;
    lineup.draining = bad;
    replacement.replace(bad.bundle(), good.bundle(), progress);
    lineup.draining = null;
    takenBack(bad, good, reason);
  }

  /** It goes, and nothing serves in its place; its jar stays where it is. */
  void expel(Serving bad, String reason) {
    endWatch();
    Jar jar = bad.jar();
    if (jar != null) {
      lineup.refused = RefusedJar.takenBack(jar, reason);
    }
    lineup.current = null;
    lineup.draining = bad;
    replacement.takeOut(bad.bundle());
    lineup.draining = null;
  }

  /** It is refused from now on, in the folder too. */
  void takenBack(Serving bad, @Nullable Serving good, String reason) {
    meters.bundleRollback();
    Jar jar = bad.jar();
    if (jar != null) {
      folder.takeBack(jar, good == null ? null : good.jar());
      lineup.refused = RefusedJar.takenBack(jar, reason); // the last thing to be seen
    }
    LOG.error("{} {} is rolled back{}: {}", name, bad, lineup.servesOn(), reason);
  }

  /** A canary and a standby make room for what comes next. */
  void withdraw(Consumer<DeploymentProgress> progress) {
    Lineup.Candidate candidate = lineup.canary;
    if (candidate != null) {
      endCanary(candidate, progress);
      LOG.info("{} {} was a canary, and makes room for another", name, candidate.serving());
    }
    dropStandby(progress);
  }

  /** The canary's sessions return, and it goes. */
  void endCanary(Lineup.Candidate candidate, Consumer<DeploymentProgress> progress) {
    endWatch();
    Serving serving = lineup.current;
    Bundle bundle = candidate.serving().bundle();
    replacement.endTrial(bundle);
    lineup.draining = candidate.serving();
    lineup.canary = null;
    if (serving != null) {
      replacement.replace(bundle, serving.bundle(), progress);
    }
    lineup.draining = null;
  }

  /** The standby goes, if there is one. */
  void dropStandby(Consumer<DeploymentProgress> progress) {
    Serving kept = lineup.standby;
    Serving serving = lineup.current;
    if (kept != null && serving != null) {
      endWatch();
      lineup.standby = null;
      replacement.replace(kept.bundle(), serving.bundle(), progress);
      LOG.info("{} {} is gone", name, kept);
    }
  }

  /** The new revision is watched for this time from now; zero: for ever. */
  void watch(Guard guard, Duration limit) {
    lineup.watch = watcher.begin(guard, limit);
  }

  /** The guard's complaint as a reason, with the cure. */
  static String because(String complaint) {
    return "was rolled back: "
        + complaint
        + "; mend what the log says of it and deploy the new build";
  }
}
