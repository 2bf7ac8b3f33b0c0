package org.restante.core.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.restante.core.meter.KernelMeters;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.restante.deploy.Rollout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One symbolic name: how its revisions follow each other. All changes are made within {@link
 * #exclusively}.
 */
final class Slot {
  private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

  private final String name;
  private final Replacement replacement;
  private final FolderWriter folder;
  private final KernelMeters meters;
  private final Lineup lineup;
  private final Arrivals arrivals;
  private final ReentrantLock lock = new ReentrantLock();

  Slot(String name, Replacement replacement, FolderWriter folder, KernelMeters meters) {
    this.name = name;
    this.replacement = replacement;
    this.folder = folder;
    this.meters = meters;
    lineup = new Lineup(name, replacement);
    arrivals = new Arrivals(name, lineup, replacement, meters);
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
    return lineup.knows(hash);
  }

  /** The last refusal may be over: other bundles have come. */
  void retryRefused() {
    RefusedJar last = lineup.refused;
    if (last != null) {
      lineup.refused = last.toTryAgain();
    }
  }

  /** The name of the file that serves; null if none does. */
  @Nullable String file() {
    Serving serving = lineup.current;
    return serving == null ? null : serving.file();
  }

  /** A bundle of an earlier run, which serves where nothing newer can. */
  void leftOver(Bundle bundle) {
    arrivals.leftOver(bundle);
  }

  /** What status shows. */
  List<DeployedBundle> list() {
    return lineup.list();
  }

  /** The row of one state. */
  Optional<DeployedBundle> shown(DeploymentState state) {
    return lineup.shown(state);
  }

  /** Puts a jar of the folder into service in place of what there is. */
  void bring(Jar jar, Consumer<DeploymentProgress> progress) throws DeploymentRefused {
    Lineup.Candidate candidate = lineup.canary;
    Serving kept = lineup.standby;
    Serving serving = lineup.current;
    if (lineup.isCurrent(jar.hash())) {
      return;
    }
    if (candidate != null && candidate.serving().isOf(jar.hash())) {
      takeOver(promoted(candidate), progress);
    } else if (kept != null && serving != null && kept.isOf(jar.hash())) {
      goBack(
          serving,
          kept,
          "was replaced by " + kept.version() + ", which was deployed again",
          progress);
    } else {
      withdraw(progress);
      takeOver(arrivals.accepted(jar, new Rollout.Everyone(), progress), progress);
    }
    progress.accept(new DeploymentProgress(name, "serves"));
  }

  /** Puts a jar into service for some, beside what there is. */
  void tryOut(Jar jar, Rollout.Canary audience, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    Serving old = lineup.current;
    if (old == null || jar.kind() != Jar.Kind.PLUGIN) {
      throw new DeploymentRefused(
          old == null
              ? "there is no " + name + " that could serve the rest: deploy it for everyone"
              : name + " serves no sessions that could be shared: deploy it for everyone");
    }
    if (lineup.isCurrent(jar.hash())) {
      throw new DeploymentRefused(jar.file() + " is what serves already: build another revision");
    }
    withdraw(progress);
    Serving next = arrivals.accepted(jar, audience, progress);
    lineup.canary = new Lineup.Candidate(next, audience);
    lineup.refused = null;
    LOG.info("{} {} is a canary beside {}", name, next, old);
    Guard guard = replacement.guard(old.bundle(), next.bundle());
    replacement.tryOut(next.bundle(), old.bundle());
    watch(guard, Duration.ZERO);
    progress.accept(new DeploymentProgress(name, "serves its share"));
  }

  /** Everyone moves to the canary; without one the standby goes. */
  void promote(Consumer<DeploymentProgress> progress) throws DeploymentRefused {
    Lineup.Candidate candidate = lineup.canary;
    if (candidate != null) {
      Serving next = promoted(candidate);
      takeOver(next, progress);
      if (next.jar() != null) {
        folder.store(next.jar());
      }
    } else if (lineup.standby != null) {
      dropStandby(progress);
    } else {
      throw nothingTo("promote");
    }
    progress.accept(new DeploymentProgress(name, "serves"));
  }

  /** The sessions of what came last go back to what was before it. */
  void rollback(String reason, Consumer<DeploymentProgress> progress) throws DeploymentRefused {
    Lineup.Candidate candidate = lineup.canary;
    Serving serving = lineup.current;
    Serving kept = lineup.standby;
    if (candidate != null) {
      endCanary(candidate, progress);
      takenBack(candidate.serving(), serving, reason);
    } else if (kept != null && serving != null) {
      goBack(serving, kept, reason, progress);
    } else {
      throw nothingTo("go back to");
    }
    progress.accept(new DeploymentProgress(name, "is rolled back"));
  }

  /** Takes what there is out of service. */
  void clear() {
    endWatch();
    Lineup.Candidate candidate = lineup.canary;
    Serving kept = lineup.standby;
    Serving old = lineup.current;
    lineup.canary = null;
    lineup.standby = null;
    lineup.draining = old;
    lineup.current = null;
    lineup.refused = null;
    if (candidate != null) {
      replacement.takeOut(candidate.serving().bundle());
    }
    if (kept != null) {
      replacement.takeOut(kept.bundle());
    }
    if (old != null) {
      replacement.takeOut(old.bundle());
      LOG.info("{} {} is removed", name, old);
    }
    lineup.draining = null;
  }

  /** Nobody is watched any more; the bundles stay as they are. */
  void endWatch() {
    Watch watching = lineup.watch;
    lineup.watch = null;
    if (watching != null) {
      watching.end();
    }
  }

  private Serving promoted(Lineup.Candidate candidate) {
    endWatch();
    lineup.canary = null;
    replacement.open(candidate.serving().bundle());
    return candidate.serving();
  }

  /** A new revision gets everyone; the old one is kept for a time, or goes. */
  private void takeOver(Serving next, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    Serving old = lineup.current;
    lineup.draining = old;
    lineup.current = next;
    lineup.refused = null;
    LOG.info("{} {} serves", name, next);
    arrivals.dropLeftOver();
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

  /** Moves the sessions, unless the guard complains. */
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
            complaint.set(guard.complaint());
          }
          return complaint.get().isEmpty();
        });
    return complaint.get();
  }

  /** The new revision's sessions return to the old one, and it goes. */
  private void goBack(
      Serving bad, Serving good, String reason, Consumer<DeploymentProgress> progress) {
    endWatch();
    lineup.standby = null;
    lineup.current = good;
    lineup.draining = bad;
    replacement.replace(bad.bundle(), good.bundle(), progress);
    lineup.draining = null;
    takenBack(bad, good, reason);
  }

  private void takenBack(Serving bad, @Nullable Serving good, String reason) {
    Jar jar = bad.jar();
    if (jar != null) {
      lineup.refused = RefusedJar.takenBack(jar, reason);
      folder.takeBack(jar, good == null ? null : good.jar());
    }
    meters.bundleRollback();
    LOG.error("{} {} is rolled back{}: {}", name, bad, lineup.servesOn(), reason);
  }

  /** A canary and a standby make room for what comes next. */
  private void withdraw(Consumer<DeploymentProgress> progress) {
    Lineup.Candidate candidate = lineup.canary;
    if (candidate != null) {
      endCanary(candidate, progress);
      LOG.info("{} {} was a canary, and makes room for another", name, candidate.serving());
    }
    dropStandby(progress);
  }

  private void endCanary(Lineup.Candidate candidate, Consumer<DeploymentProgress> progress) {
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

  private void dropStandby(Consumer<DeploymentProgress> progress) {
    Serving kept = lineup.standby;
    Serving serving = lineup.current;
    if (kept != null && serving != null) {
      endWatch();
      lineup.standby = null;
      replacement.replace(kept.bundle(), serving.bundle(), progress);
      LOG.info("{} {} is gone", name, kept);
    }
  }

  private void watch(Guard guard, Duration limit) {
    lineup.watch = Watch.begin(name, guard, limit, this::complained, this::guardOver);
  }

  private void complained(Watch watch, String complaint) {
    whileWatched(watch, () -> rollback(because(complaint), progress -> LOG.info("{}", progress)));
  }

  private void guardOver(Watch watch) {
    whileWatched(watch, () -> dropStandby(progress -> {}));
  }

  /** Unless something else was done meanwhile. */
  @SuppressWarnings("ReferenceEquality") // that very watch
  private void whileWatched(Watch watch, Deployment deployment) {
    try {
      exclusively(
          () -> {
            if (lineup.watch == watch) {
              deployment.run();
            }
          });
    } catch (DeploymentRefused e) {
      LOG.error("{}: {}", name, e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: what the guard asked for failed", name, e);
    }
  }

  private DeploymentRefused nothingTo(String act) {
    return new DeploymentRefused(
        "there is nothing to "
            + act
            + ": "
            + name
            + " has neither a canary nor a revision on standby, which is kept for guardSeconds"
            + " after an upgrade; to go back later, deploy the older jar");
  }

  private static String because(String complaint) {
    return "was rolled back: "
        + complaint
        + "; mend what the log says of it and deploy the new build";
  }

  /** What is done in a slot. */
  @FunctionalInterface
  interface Deployment {
    void run() throws DeploymentRefused;
  }
}
