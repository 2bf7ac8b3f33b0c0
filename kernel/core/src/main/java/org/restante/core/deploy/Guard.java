package org.restante.core.deploy;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.restante.core.meter.CommandFigures.Reading;

/**
 * Compares a new revision with the one before it. Errors are counted from the beginning. The p99 is
 * that of windows, several in a row: the first commands of a fresh bundle are slow. While thousands
 * of sessions move every command is, whoever serves it, so that the mover asks for errors only and
 * says when all have arrived. Thread-safe.
 */
final class Guard {
  private static final int SLOW_WINDOWS = 3;
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final GuardSettings settings;
  private final Supplier<Reading> old;
  private final Supplier<Reading> next;
  private final Reading oldBefore;
  private final Reading nextBefore;
  private final LongSupplier clock;
  private final long begun;
  private Reading windowBegin;
  private long windowStart;
  private int slow;
  private Duration slowest = Duration.ZERO;

  /** The figures of both, which are read now and later. */
  Guard(GuardSettings settings, Supplier<Reading> old, Supplier<Reading> next) {
    this(settings, old, next, System::nanoTime);
  }

  Guard(GuardSettings settings, Supplier<Reading> old, Supplier<Reading> next, LongSupplier clock) {
    this.settings = settings;
    this.old = old;
    this.next = next;
    this.clock = clock;
    begun = clock.getAsLong();
    windowStart = begun;
    oldBefore = old.get();
    nextBefore = next.get();
    windowBegin = nextBefore;
  }

  /** What is wrong with the new one; empty where nothing is. */
  synchronized Optional<String> complaint() {
    return errorComplaint().or(() -> latency(next.get()));
  }

  /** What is wrong with its replies, however long they took; empty where nothing is. */
  synchronized Optional<String> errorComplaint() {
    return errors(next.get().since(nextBefore));
  }

  /** All sessions have arrived: the first window begins now. */
  synchronized void arrived() {
    beginWindow(next.get());
    slow = 0;
    slowest = Duration.ZERO;
  }

  /** How long it has been watching. */
  Duration age() {
    return Duration.ofNanos(clock.getAsLong() - begun);
  }

  private Optional<String> errors(Reading since) {
    double allowed = old.get().errorRatio() + settings.errorRatio();
    if (since.commands() < settings.commands() || since.errorRatio() <= allowed) {
      return Optional.empty();
    }
    return Optional.of(
        "%d of its %d commands (%s) failed by its own fault, %s of those before; more than %s is past the guard"
            .formatted(
                since.faults(),
                since.commands(),
                percent(since.errorRatio()),
                percent(old.get().errorRatio()),
                percent(allowed)));
  }

  private Optional<String> latency(Reading now) {
    Duration limit = limit();
    Reading window = now.since(windowBegin);
    boolean full =
        clock.getAsLong() - windowStart >= WINDOW.toNanos()
            && window.commands() >= settings.commands();
    if (limit.isZero() || !full) {
      return Optional.empty();
    }
    beginWindow(now);
    slow = window.p99().compareTo(limit) > 0 ? slow + 1 : 0;
    slowest = slow > 0 ? window.p99() : Duration.ZERO;
    return slow < SLOW_WINDOWS
        ? Optional.empty()
        : Optional.of(
            "its p99 is %d ms, that of before %d ms; more than %d ms is past the guard"
                .formatted(slowest.toMillis(), old.get().p99().toMillis(), limit.toMillis()));
  }

  private void beginWindow(Reading now) {
    windowBegin = now;
    windowStart = clock.getAsLong();
  }

  /** Of the p99; zero where too little is known of the old one. A slow machine slows both. */
  private Duration limit() {
    Reading whole = old.get();
    if (whole.commands() < settings.commands()) {
      return Duration.ZERO;
    }
    Duration meanwhile = whole.since(oldBefore).p99();
    Duration usual = longest(longest(whole.p99(), meanwhile), settings.latencyFloor());
    return Duration.ofNanos((long) (usual.toNanos() * settings.latency()));
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
  }
}
