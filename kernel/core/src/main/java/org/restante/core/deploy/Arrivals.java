package org.restante.core.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.restante.core.meter.KernelMeters;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.Rollout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a jar of one symbolic name gets in, or is refused. Within the slot's lock. */
final class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private final String name;
  private final Lineup lineup;
  private final Replacement replacement;
  private final KernelMeters meters;
  private final List<Bundle> leftOver = new ArrayList<>();

  Arrivals(String name, Lineup lineup, Replacement replacement, KernelMeters meters) {
    this.name = name;
    this.lineup = lineup;
    this.replacement = replacement;
    this.meters = meters;
  }

  /** A bundle of an earlier run, which serves where nothing newer can. */
  void leftOver(Bundle bundle) {
    leftOver.add(bundle);
  }

  /** Something newer serves. */
  void dropLeftOver() {
    leftOver.forEach(replacement::takeOut);
    leftOver.clear();
  }

  /** A bundle that can serve. */
  Serving accepted(Jar jar, Rollout rollout, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    long start = System.nanoTime();
    boolean accepted = false;
    lineup.starting(jar);
    try {
      Bundle bundle =
          replacement.bringIn(
              jar, rollout, step -> progress.accept(new DeploymentProgress(name, step)));
      accepted = true;
      return Serving.of(bundle, jar);
    } catch (DeploymentRefused e) {
      refused(jar, String.valueOf(e.getMessage()));
      throw e;
    } finally {
      lineup.starting(null);
      meters.bundleUpdate(name, accepted, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void refused(Jar jar, String reason) {
    RefusedJar last = lineup.refused;
    boolean known = last != null && last.reason().equals(reason);
    lineup.refused = RefusedJar.unfit(jar, reason);
    if (lineup.current == null && !leftOver.isEmpty()) {
      serveLeftOver();
    }
    if (!known) {
      LOG.error("{} is refused{}: {}", jar.file(), lineup.servesOn(), reason);
    }
  }

  private void serveLeftOver() {
    Bundle bundle = leftOver.removeLast();
    try {
      replacement.resume(bundle);
      lineup.current = Serving.leftOver(bundle);
    } catch (DeploymentRefused e) {
      LOG.debug("{} of an earlier run can't serve either", bundle, e);
    }
  }
}
