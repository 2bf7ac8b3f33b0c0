package org.restante.core.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.restante.core.meter.CommandFigures;
import org.restante.core.plugin.HandoverProgress;
import org.restante.core.plugin.Health;
import org.restante.core.plugin.PluginTable;
import org.restante.core.plugin.Revision;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.Rollout;

/** The steps of a deployment: bring a bundle in, take one out. */
final class Replacement {
  private final Entrance entrance;
  private final Framework framework;
  private final PluginTable plugins;
  private final DeploySettings settings;

  Replacement(
      Entrance entrance, Framework framework, PluginTable plugins, DeploySettings settings) {
    this.entrance = entrance;
    this.framework = framework;
    this.plugins = plugins;
    this.settings = settings;
  }

  /**
   * Installs, starts and looks a bundle over.
   *
   * @throws DeploymentRefused if it can't serve; it is gone again then
   */
  Bundle bringIn(Jar jar, Rollout rollout, Consumer<String> step) throws DeploymentRefused {
    step.accept("looking over " + jar.version());
    entrance.admit(jar);
    step.accept("installing " + jar.version());
    Bundle bundle = framework.install(jar);
    boolean serves = false;
    try {
      if (rollout instanceof Rollout.Canary audience) {
        plugins.trials().announce(bundle.getBundleId(), audience);
      }
      framework.start(bundle);
      step.accept("waiting for its service");
      expect(bundle, jar.kind());
      serves = true;
      return bundle;
    } finally {
      if (!serves) {
        remove(bundle);
      }
    }
  }

  /** Starts a bundle that is installed already. */
  void resume(Bundle bundle) throws DeploymentRefused {
    framework.start(bundle);
  }

  /** Moves the sessions of a bundle to another, then removes it. */
  void replace(Bundle old, Bundle next, Consumer<DeploymentProgress> progress) {
    move(old, next, progress, () -> true);
    remove(old);
  }

  /**
   * Moves the sessions of a bundle to another, which gets the new ones from now on.
   *
   * @param goOn is asked now and then: false breaks it off
   */
  void move(Bundle old, Bundle next, Consumer<DeploymentProgress> progress, BooleanSupplier goOn) {
    for (Revision from : plugins.of(old.getBundleId())) {
      Optional<Revision> to = successor(from, next);
      if (to.isPresent()) {
        plugins.move(
            from, to.get(), settings.drain(), state -> progress.accept(moving(old, state)), goOn);
      } else {
        plugins.retire(from, settings.farewell());
      }
    }
  }

  /** Whether the states of sessions have a version that both know. */
  boolean sessionsCanMove(Bundle old, Bundle next) {
    return plugins.of(old.getBundleId()).stream()
        .allMatch(
            from ->
                successor(from, next)
                    .map(
                        to -> from.plugin().states().newestShared(to.plugin().states()).isPresent())
                    .orElse(true));
  }

  /** Sessions that belong to the audience of a bundle move to it from the other. */
  void tryOut(Bundle next, Bundle old) {
    plugins.tryOut(next.getBundleId(), old.getBundleId());
  }

  /** No session moves to or from a canary any more. */
  void endTrial(Bundle canary) {
    plugins.trials().end(canary.getBundleId());
  }

  /** A canary serves everyone who comes. */
  void open(Bundle canary) {
    endTrial(canary);
    plugins.open(canary.getBundleId());
  }

  /** Compares one bundle with the one before, from now on. */
  Guard guard(Bundle old, Bundle next) {
    return new Guard(settings.guard(), () -> figures(old), () -> figures(next));
  }

  /** How long a replaced bundle is kept and the new one watched. */
  Duration guarded() {
    return settings.guard().time();
  }

  /** Whether a bundle that is replaced is kept for a time: one that can take sessions back. */
  boolean keepsStandby(Bundle bundle) {
    return guarded().isPositive() && !plugins.of(bundle.getBundleId()).isEmpty();
  }

  /** What the commands of a bundle's sessions came to. */
  CommandFigures.Reading figures(Bundle bundle) {
    return plugins.of(bundle.getBundleId()).stream()
        .map(revision -> revision.figures().read())
        .reduce(CommandFigures.Reading.NONE, CommandFigures.Reading::and);
  }

  /** Uninstalls a bundle without sessions. */
  void remove(Bundle bundle) {
    framework.remove(bundle);
    plugins.open(bundle.getBundleId());
  }

  /** Ends the sessions of a bundle politely, then removes it. */
  void takeOut(Bundle bundle) {
    for (Revision revision : plugins.of(bundle.getBundleId())) {
      plugins.retire(revision, settings.farewell());
    }
    remove(bundle);
  }

  /** Sessions of a bundle. */
  int sessions(Bundle bundle) {
    return plugins.of(bundle.getBundleId()).stream().mapToInt(Revision::sessions).sum();
  }

  private Optional<Revision> successor(Revision from, Bundle next) {
    List<Revision> candidates = plugins.of(next.getBundleId());
    return candidates.stream()
        .filter(candidate -> candidate.protocol().equals(from.protocol()))
        .findFirst();
  }

  private void expect(Bundle bundle, Jar.Kind kind) throws DeploymentRefused {
    Duration limit = settings.healthcheck();
    switch (kind) {
      case PLUGIN -> expectPlugin(bundle, limit);
      case SERVICE -> {
        if (!framework.awaitService(bundle, limit)) {
          throw noService(bundle, "any service", limit);
        }
      }
      case LIBRARY -> {} // it resolved
    }
  }

  private void expectPlugin(Bundle bundle, Duration limit) throws DeploymentRefused {
    Revision revision =
        plugins
            .await(bundle.getBundleId(), limit)
            .orElseThrow(() -> noService(bundle, "a ProtocolPlugin service", limit));
    switch (revision.health()) {
      case Health.Good() -> {}
      case Health.Bad(String why) ->
          throw new DeploymentRefused(
              bundle.getSymbolicName()
                  + " refused to serve, its health check says: "
                  + Diagnosis.oneLine(why)
                  + "; see to that and deploy it again");
      case Health.Unknown() ->
          throw new DeploymentRefused(
              bundle.getSymbolicName()
                  + ": its health check did not end in "
                  + limit.toSeconds()
                  + " s; see a thread dump, or raise healthcheckSeconds");
    }
  }

  private static DeploymentRefused noService(Bundle bundle, String what, Duration limit) {
    return new DeploymentRefused(
        bundle.getSymbolicName()
            + " registered no "
            + what.replaceFirst("^an? ", "")
            + " in "
            + limit.toSeconds()
            + " s: a component of it lacks a service or its configuration; the log and the shell's"
            + " scr:list say which");
  }

  private static DeploymentProgress moving(Bundle old, HandoverProgress state) {
    return new DeploymentProgress(
        old.getSymbolicName(),
        "moving sessions from " + old.getVersion(),
        state.moved(),
        state.waiting(),
        state.dropped());
  }
}
