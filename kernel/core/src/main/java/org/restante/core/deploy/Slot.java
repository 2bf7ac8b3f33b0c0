package org.restante.core.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private final Lineup lineup;
  private final Arrivals arrivals;
  private final Succession succession;
  private final ReentrantLock lock = new ReentrantLock();

  Slot(String name, Replacement replacement, FolderWriter folder, KernelMeters meters) {
    this.name = name;
    this.replacement = replacement;
    this.folder = folder;
    lineup = new Lineup(name, replacement);
    arrivals = new Arrivals(name, lineup, replacement, meters);
    succession =
        new Succession(
            name,
            lineup,
            replacement,
            folder,
            meters,
            (guard, limit) -> Watch.begin(name, guard, limit, this::complained, this::guardOver));
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
      succession.takeOver(succession.promoted(candidate), progress);
    } else if (kept != null && serving != null && kept.isOf(jar.hash())) {
      succession.goBack(
          serving,
          kept,
          "was replaced by " + kept.version() + ", which was deployed again",
          progress);
    } else {
      succession.withdraw(progress);
      Serving next = arrivals.accepted(jar, new Rollout.Everyone(), progress);
      arrivals.dropLeftOver();
      succession.takeOver(next, progress);
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
    succession.withdraw(progress);
    Serving next = arrivals.accepted(jar, audience, progress);
    expectWayBack(old, next);
    lineup.canary = new Lineup.Candidate(next, audience);
    lineup.refused = null;
    LOG.info("{} {} is a canary beside {}", name, next, old);
    Guard guard = replacement.guard(old.bundle(), next.bundle());
    replacement.tryOut(next.bundle(), old.bundle());
    succession.watch(guard, Duration.ZERO);
    progress.accept(new DeploymentProgress(name, "serves its share"));
  }

  /** Sessions go to a canary at their login: where none can, each login would end. */
  private void expectWayBack(Serving old, Serving next) throws DeploymentRefused {
    if (!replacement.sessionsCanMove(old.bundle(), next.bundle())) {
      replacement.remove(next.bundle());
      throw new DeploymentRefused(
          name
              + " "
              + next.version()
              + " can't be a canary: it reads no version of a session's state that "
              + old.version()
              + " writes; go by a revision that has both, or deploy it for everyone");
    }
  }

  /** Everyone moves to the canary; without one the standby goes. */
  void promote(Consumer<DeploymentProgress> progress) throws DeploymentRefused {
    Lineup.Candidate candidate = lineup.canary;
    if (candidate != null) {
      Serving next = succession.promoted(candidate);
      succession.takeOver(next, progress);
      if (next.jar() != null) {
        folder.store(next.jar());
      }
    } else if (lineup.standby != null) {
      succession.dropStandby(progress);
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
      succession.endCanary(candidate, progress);
      succession.takenBack(candidate.serving(), serving, reason);
    } else if (kept != null && serving != null) {
      succession.goBack(serving, kept, reason, progress);
    } else {
      throw nothingTo("go back to");
    }
    progress.accept(new DeploymentProgress(name, "is rolled back"));
  }

  /**
   * A plugin was stopped: what was before it serves again, where it is there; the bundle goes, and
   * does not come back by itself.
   */
  void expel(long bundleId, String reason) throws DeploymentRefused {
    Lineup.Candidate candidate = lineup.canary;
    Serving serving = lineup.current;
    Serving kept = lineup.standby;
    if (candidate != null && candidate.serving().isBundle(bundleId)) {
      rollback(reason, progress -> LOG.info("{}", progress));
    } else if (kept != null && kept.isBundle(bundleId)) {
      succession.dropStandby(progress -> LOG.info("{}", progress));
    } else if (serving != null && serving.isBundle(bundleId)) {
      if (kept != null) {
        rollback(reason, progress -> LOG.info("{}", progress));
      } else {
        succession.expel(serving, reason);
      }
    }
  }

  /** Nobody is watched any more; the bundles stay as they are. */
  void endWatch() {
    succession.endWatch();
  }

  /** Takes what there is out of service. */
  void clear() {
    succession.endWatch();
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

  private void complained(Watch watch, String complaint) {
    whileWatched(
        watch, () -> rollback(Succession.because(complaint), progress -> LOG.info("{}", progress)));
  }

  private void guardOver(Watch watch) {
    whileWatched(watch, () -> succession.dropStandby(progress -> {}));
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

  /** What is done in a slot. */
  @FunctionalInterface
  interface Deployment {
    void run() throws DeploymentRefused;
  }
}
