package org.restante.core.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.restante.core.meter.KernelMeters;
import org.restante.deploy.Rollout;

/**
 * The canaries that there are, by bundle. A revision that is registered anew, because its
 * configuration has changed, goes on with the trial of its bundle. Thread-safe.
 */
public final class Trials {
  private final KernelMeters meters;
  private final Map<Long, Rollout.Canary> audiences = new HashMap<>();
  private final Map<Long, Long> rivals = new HashMap<>();
  private final List<Trial> running = new ArrayList<>();

  Trials(KernelMeters meters) {
    this.meters = meters;
  }

  /** A bundle is going to start whose revisions serve these only. */
  public synchronized void announce(long bundle, Rollout.Canary audience) {
    audiences.put(bundle, audience);
  }

  /** Who is served by a bundle. */
  synchronized Rollout audience(long bundle) {
    Rollout.Canary some = audiences.get(bundle);
    return some == null ? new Rollout.Everyone() : some;
  }

  synchronized void begin(long old, long next, List<Revision> revisions) {
    rivals.put(next, old);
    link(revisions);
  }

  /** A revision has come: it may be one of two. */
  synchronized void link(List<Revision> revisions) {
    for (Revision next : revisions) {
      Long rival = rivals.get(next.bundleId());
      if (rival != null) {
        revisions.stream()
            .filter(old -> old.bundleId() == rival && old.protocol().equals(next.protocol()))
            .filter(old -> running.stream().noneMatch(trial -> trial.isBetween(old, next)))
            .forEach(old -> run(old, next));
      }
    }
  }

  /** The sessions stay where they are from now on; new ones come as before. */
  public synchronized void end(long next) {
    rivals.remove(next);
    finish(trial -> trial.isOf(next));
  }

  /** A revision has gone: nothing refers to it any more. */
  synchronized void gone(Revision revision) {
    finish(trial -> trial.involves(revision));
  }

  /** A bundle's revisions serve everyone who comes, or are gone. */
  synchronized void open(long bundle, List<Revision> revisions) {
    audiences.remove(bundle);
    revisions.forEach(revision -> revision.audience(new Rollout.Everyone()));
  }

  private void run(Revision old, Revision next) {
    Optional.ofNullable(audiences.get(next.bundleId()))
        .map(audience -> new Trial(old, next, audience, meters.protocol(next.protocol())))
        .ifPresent(
            trial -> {
              running.add(trial);
              trial.begin();
            });
  }

  private void finish(Predicate<Trial> which) {
    List<Trial> over = running.stream().filter(which).toList();
    running.removeAll(over);
    over.forEach(Trial::end);
  }
}
