package org.restante.core.guard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.core.meter.ProtocolMeters;
import org.restante.core.meter.Throttle;
import org.restante.core.woven.Attention;
import org.restante.core.woven.Checkpoint;
import org.restante.refusal.StoreUnavailable;

/** One bundle's permits, budgets and breaker. Thread-safe. */
public final class PluginGuard {
  private final String name;
  private final long bundleId;
  private final IsolationSettings settings;
  private final Consumer<PluginGuard> whenStopped;
  private final Checkpoint checkpoint = new Checkpoint(new OfWovenCode());
  private final Map<Thread, RunningTurn> turns = new ConcurrentHashMap<>();
  private final Permits permits;
  private final Permits storeCalls;
  private final Permits slowLane;
  private final Permits heavyLane;
  private final Permits longReadings;
  private final AtomicLong arrays = new AtomicLong();
  private final AtomicInteger faults = new AtomicInteger();
  private final Overruns overruns = new Overruns();
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
  private final Budget octets;
  private final OpenReadings readings;
  private final PluginMark mark;
  private volatile @Nullable ProtocolMeters meters;

  PluginGuard(
      String name, long bundleId, IsolationSettings settings, Consumer<PluginGuard> whenStopped) {
    this.name = name;
    this.bundleId = bundleId;
    this.settings = settings;
    this.whenStopped = whenStopped;
    mark = new PluginMark(this);
    permits = new Permits(settings.turns(), time -> waited(Throttle.TURNS, time));
    storeCalls = new Permits(settings.storeCalls(), time -> waited(Throttle.STORE, time));
    slowLane = new Permits(settings.slowLane(), time -> waited(Throttle.SLOW, time));
    heavyLane = new Permits(1, time -> waited(Throttle.HEAVY, time));
    longReadings = new Permits(settings.longReadings(), time -> waited(Throttle.SLOW, time));
    octets = new Budget(settings.octetsInFlight());
    readings = new OpenReadings(settings.openReadings());
  }

  /** The bundle's name and version. */
  public String name() {
    return name;
  }

  /** The framework's number of it. */
  public long bundleId() {
    return bundleId;
  }

  /** Why it was stopped; empty while it was not. */
  public Optional<String> stopped() {
    return Optional.ofNullable(stopped.get());
  }

  /** Octets of its clients that wait in memory. */
  public Budget octets() {
    return octets;
  }

  /** Figures of its protocol get what it waits for. */
  public void meters(ProtocolMeters of) {
    meters = of;
  }

  /**
   * The current thread begins to call the plugin, as soon as there is a permit.
   *
   * @throws PluginStopped if it was stopped
   */
  public RunningTurn begin() {
    check();
    return begin(true);
  }

  /** The current thread starts the bundle, or stops it: also where it was stopped before. */
  public RunningTurn beginLife() {
    return begin(false);
  }

  /** A call has ended well. */
  public void succeeded() {
    if (faults.get() != 0) {
      faults.set(0);
    }
  }

  /** A call has failed by an error of the plugin's own. */
  public void failed(Throwable problem) {
    int inARow = faults.incrementAndGet();
    if (settings.faults() > 0 && inARow >= settings.faults()) {
      stop(inARow + " calls in a row failed, the last one by " + problem);
    }
  }

  /** No call into it is made any more, and those that run end; the first reason counts. */
  public void stop(String reason) {
    if (stopped.compareAndSet(null, reason)) {
      checkpoint.attentive(true);
      turns.values().forEach(RunningTurn::interrupt);
      whenStopped.accept(this);
    }
  }

  /** It is uninstalled: what still runs of it ends, what it has open is closed. */
  void gone() {
    stopped.compareAndSet(null, "it was removed");
    checkpoint.attentive(true);
    turns.values().forEach(RunningTurn::interrupt);
    Checkpoint.forget(bundleId);
    readings.close();
  }

  void check() {
    String reason = stopped.get();
    if (reason != null) {
      throw new PluginStopped(reason);
    }
  }

  /** The watchdog comes by. */
  void look(long now, ProcessorTime processors) {
    boolean attentive = stopped.get() != null;
    for (RunningTurn turn : turns.values()) {
      long ran = turn.ran(now);
      if (ran >= settings.slice().toNanos()) {
        attentive = true;
        turn.becomeDue();
      }
      if (ran >= settings.busy().toNanos() && isBusy(turn, ran, now, processors)) {
        if (stopped.get() == null) {
          stop(
              "a call ran for %s without waiting for client or store%s"
                  .formatted(text(settings.busy()), Whereabouts.of(turn.thread())));
        }
        turn.interrupt();
      }
    }
    checkpoint.attentive(attentive || stopped.get() != null);
  }

  /** It sleeps, or it has had a processor for so long, and did not only wait for one. */
  private boolean isBusy(RunningTurn turn, long ran, long now, ProcessorTime processors) {
    return turn.thread().getState() != Thread.State.RUNNABLE
        || processors.within(ran, now).compareTo(settings.busy()) >= 0;
  }

  /** Loops need not look any more until the watchdog comes by again. */
  private void relax() {
    checkpoint.attentive(false);
    if (stopped.get() != null) { // meanwhile
      checkpoint.attentive(true);
    }
  }

  boolean busy() {
    return !turns.isEmpty();
  }

  @Nullable RunningTurn current() {
    return turns.get(Thread.currentThread());
  }

  OpenReadings readings() {
    return readings;
  }

  IsolationSettings settings() {
    return settings;
  }

  PluginMark mark() {
    return mark;
  }

  void register() {
    checkpoint.register(bundleId);
  }

  void ended(RunningTurn turn) {
    turns.remove(turn.thread(), turn);
  }

  void awaitPermit() {
    permits.await();
  }

  boolean permitAwaited() {
    return permits.awaited();
  }

  void releasePermit() {
    permits.release();
  }

  boolean tryStore() {
    return storeCalls.tryNow();
  }

  boolean awaitStore() {
    return storeCalls.await(settings.storeWait());
  }

  void releaseStore() {
    storeCalls.release();
  }

  StoreUnavailable storeBusy() {
    return new StoreUnavailable(
        name + " has " + settings.storeCalls() + " calls of the store under way", null);
  }

  Permits slowLane() {
    return slowLane;
  }

  Permits heavyLane() {
    return heavyLane;
  }

  Permits longReadings() {
    return longReadings;
  }

  void took(long more) {
    if (more != 0) {
      arrays.addAndGet(more);
    }
  }

  /**
   * Whether a call may go on that took so much. Where it is all of them together that took too
   * much, the one that took most has to end.
   */
  void checkBudget(long taken) {
    boolean alone = taken > settings.arrayOctets() / 2;
    if (alone || arrays.get() > settings.arrayOctets() && isMost(taken)) {
      waited(Throttle.MEMORY, Duration.ZERO);
      OverBudget problem = new OverBudget("a call took %,d octets in arrays".formatted(taken));
      int count = overruns.next(System.nanoTime());
      if (count >= settings.overruns()) {
        stop(
            "%d calls went over the budget of memory, the last one with %,d octets in arrays"
                .formatted(count, taken));
      }
      throw problem;
    }
  }

  private boolean isMost(long taken) {
    return turns.values().stream().allMatch(turn -> turn.taken() <= taken);
  }

  private RunningTurn begin(boolean marked) {
    RunningTurn turn = new RunningTurn(this, marked);
    turns.put(turn.thread(), turn);
    turn.run();
    return turn;
  }

  private void waited(Throttle what, Duration time) {
    ProtocolMeters known = meters;
    if (known != null) {
      known.throttled(what, time);
    }
  }

  static String text(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** What woven code finds. */
  private final class OfWovenCode implements Attention {
    @Override
    public void attend() {
      check();
      RunningTurn turn = current();
      if (turn != null && turn.takeDue()) {
        if (turns.values().stream().noneMatch(RunningTurn::isDue)) {
          relax();
        }
        turn.giveWay();
      }
    }

    @Override
    public void charge(long octets) {
      RunningTurn turn = current();
      if (turn != null) {
        turn.charge(octets);
      }
    }

    @Override
    public void threads(Object what) {
      stop("it starts threads of its own (" + what + "): executors and loops are the kernel's");
      check();
    }
  }
}
