package org.restante.core.deploy;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.core.meter.CommandFigures.Reading;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentState;
import org.restante.deploy.RevisionFigures;
import org.restante.deploy.Rollout;

/**
 * The revisions of one symbolic name, each in its part. Changed by one thread at a time, shown to
 * any.
 */
final class Lineup {
  private final String name;
  private final Replacement replacement;
  volatile @Nullable Serving current;
  volatile @Nullable Candidate canary;
  volatile @Nullable Serving standby;
  volatile @Nullable Serving draining;
  volatile @Nullable RefusedJar refused;
  volatile @Nullable Watch watch;
  private volatile @Nullable Jar starting;

  /** A canary and those who are served by it. */
  record Candidate(Serving serving, Rollout.Canary audience) {}

  Lineup(String name, Replacement replacement) {
    this.name = name;
    this.replacement = replacement;
  }

  void starting(@Nullable Jar jar) {
    starting = jar;
  }

  /** Whether this content is at work, or was refused and need not be tried again. */
  boolean knows(String hash) {
    RefusedJar last = refused;
    Candidate candidate = canary;
    return isCurrent(hash)
        || (candidate != null && candidate.serving.isOf(hash))
        || (last != null && last.isOf(hash) && !last.again());
  }

  boolean isCurrent(String hash) {
    Serving serving = current;
    return serving != null && serving.isOf(hash);
  }

  /** That something does, for the log. */
  String servesOn() {
    Serving serving = current;
    return serving == null ? "" : ", " + serving.version() + " serves on";
  }

  /** What status shows. */
  List<DeployedBundle> list() {
    List<DeployedBundle> all = new ArrayList<>();
    Candidate candidate = canary;
    double share = candidate == null ? 0 : candidate.audience.share();
    add(all, current, DeploymentState.ACTIVE, "", 1 - share);
    if (candidate != null) {
      add(all, candidate.serving, DeploymentState.CANARY, describe(candidate.audience), share);
    }
    add(all, standby, DeploymentState.STANDBY, kept(), 0);
    add(all, draining, DeploymentState.DRAINING, "", 0);
    Jar coming = starting;
    if (coming != null) {
      all.add(
          DeployedBundle.unserved(
              name, coming.version().toString(), coming.file(), DeploymentState.STARTING, ""));
    }
    RefusedJar last = refused;
    if (last != null) {
      all.add(last.described());
    }
    return all;
  }

  /** The row of one state. */
  Optional<DeployedBundle> shown(DeploymentState state) {
    return list().stream().filter(row -> row.state() == state).findFirst();
  }

  private String kept() {
    Watch watching = watch;
    long seconds = watching == null ? 0 : Math.max(0, watching.left().toSeconds());
    return "kept for " + seconds + " s to go back to: rollback " + name;
  }

  private void add(
      List<DeployedBundle> all,
      @Nullable Serving serving,
      DeploymentState state,
      String detail,
      double share) {
    if (serving != null) {
      all.add(
          new DeployedBundle(
              name,
              serving.version(),
              serving.bundle().getBundleId(),
              serving.file(),
              state,
              detail,
              replacement.sessions(serving.bundle()),
              share,
              figures(replacement.figures(serving.bundle()))));
    }
  }

  private static RevisionFigures figures(Reading reading) {
    Duration p99 = reading.p99();
    return new RevisionFigures(reading.commands(), reading.faults(), p99);
  }

  private static String percent(double share) {
    return new DecimalFormat("0.## %", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share);
  }

  private static String describe(Rollout.Canary audience) {
    List<String> parts = new ArrayList<>();
    if (audience.share() > 0) {
      parts.add(percent(audience.share()) + " of the accounts");
    }
    if (!audience.accounts().isEmpty()) {
      parts.add(audience.accounts().size() + " accounts by name");
    }
    if (!audience.networks().isEmpty()) {
      parts.add(
          audience.networks().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    return "serves " + String.join(", and ", parts);
  }
}
