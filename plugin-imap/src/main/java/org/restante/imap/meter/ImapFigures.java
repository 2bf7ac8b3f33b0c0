package org.restante.imap.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What IMAP sessions count. All series exist from the start. Thread-safe. */
public final class ImapFigures implements AutoCloseable {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  /** What a FETCH item is. */
  public enum Item {
    /** Flags and other small things. */
    FLAGS,
    /** ENVELOPE. */
    ENVELOPE,
    /** BODY and BODYSTRUCTURE. */
    STRUCTURE,
    /** Headers or some of their fields. */
    HEADERS,
    /** A part. */
    SECTION,
    /** The whole message. */
    FULL
  }

  /** What content was sent. */
  public enum Body {
    /** A whole section. */
    FULL,
    /** A range of one. */
    PARTIAL,
    /** Headers. */
    HEADERS
  }

  /** How a mailbox is opened. */
  public enum Mode {
    /** As in RFC 3501. */
    PLAIN,
    /** With CONDSTORE. */
    CONDSTORE,
    /** With QRESYNC. */
    QRESYNC,
    /** With UIDONLY. */
    UIDONLY
  }

  /** What a sync point told. */
  public enum Told {
    /** Changed flags. */
    FLAGS,
    /** Expunged messages. */
    VANISHED,
    /** New messages. */
    NEW
  }

  /** Why a client had to start afresh. */
  public enum Fallback {
    /** The mailbox is another one now. */
    UIDVALIDITY,
    /** The change log does not reach back. */
    HISTORY_TRIMMED,
    /** Too much happened. */
    OVERFLOW
  }

  /** How news reach a client. */
  public enum Channel {
    /** IDLE. */
    IDLE,
    /** NOTIFY. */
    NOTIFY,
    /** With the next command. */
    NOOP
  }

  private final MeterRegistry registry;
  private final AtomicLong pending = new AtomicLong();
  private volatile @Nullable Gauge pendingGauge;
  private final Map<Item, Counter> items;
  private final Map<Body, Counter> body;
  private final Map<Mode, Timer> select;
  private final Map<Told, DistributionSummary> told;
  private final Map<Channel, Timer> lag;
  private final Map<Fallback, Counter> fallbacks;
  private final Counter overflow;

  /** Registers every series. */
  public ImapFigures(MeterRegistry registry) {
    this.registry = registry;
    this.items = each(Item.class, kind -> counter(ImapMeters.FETCH_ITEMS, "kind", kind));
    this.body = each(Body.class, kind -> counter(ImapMeters.FETCH_BODY, "kind", kind));
    this.select = each(Mode.class, mode -> timer(ImapMeters.SELECT, "mode", mode));
    this.told = each(Told.class, this::summary);
    this.lag = each(Channel.class, channel -> timer(ImapMeters.NOTIFY_LAG, "channel", channel));
    this.fallbacks =
        each(Fallback.class, reason -> counter(ImapMeters.RESYNC_FALLBACK, "reason", reason));
    this.overflow =
        Counter.builder(ImapMeters.NOTIFY_OVERFLOW.id())
            .baseUnit(ImapMeters.NOTIFY_OVERFLOW.unit())
            .description(ImapMeters.NOTIFY_OVERFLOW.description())
            .register(registry);
    claimGauge();
  }

  /** A session was too slow for so many words of changes, and was told so instead. */
  public void overflow(long changes) {
    overflow.increment((double) changes);
  }

  /** A client has to start afresh. */
  public void fallback(Fallback reason) {
    of(fallbacks, reason).increment();
  }

  /** FETCH has sent an item. */
  public void item(Item kind) {
    of(items, kind).increment();
  }

  /** FETCH has sent content. */
  public void body(Body kind, long octets) {
    of(body, kind).increment(octets);
  }

  /** A mailbox was opened. */
  public void selected(Mode mode, long nanos) {
    of(select, mode).record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A sync point told so many changes. */
  public void told(Told kind, long changes) {
    if (changes > 0) {
      of(told, kind).record(changes);
    }
  }

  /** News of a commit reached the client so long after it. */
  public void lag(Channel channel, long nanos) {
    of(lag, channel).record(Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  /** So many more sessions, or fewer, have news to tell. */
  public void pending(int more) {
    pending.addAndGet(more);
    claimGauge();
  }

  /** Takes the gauge away; counters are the kernel's and stay. */
  @Override
  public void close() {
    Gauge own = pendingGauge;
    if (own != null) {
      registry.remove((Meter) own);
    }
  }

  /** While another revision of this bundle is still there, the gauge is that one's. */
  private void claimGauge() {
    if (pendingGauge == null && registry.find(ImapMeters.NOTIFY_PENDING.id()).gauge() == null) {
      pendingGauge =
          Gauge.builder(ImapMeters.NOTIFY_PENDING.id(), pending, AtomicLong::get)
              .baseUnit(ImapMeters.NOTIFY_PENDING.unit())
              .description(ImapMeters.NOTIFY_PENDING.description())
              .register(registry);
    }
  }

  private Counter counter(ImapMeters meter, String tag, Enum<?> value) {
    return Counter.builder(meter.id())
        .baseUnit(meter.unit())
        .description(meter.description())
        .tag(tag, lower(value))
        .register(registry);
  }

  private Timer timer(ImapMeters meter, String tag, Enum<?> value) {
    return Timer.builder(meter.id())
        .description(meter.description())
        .serviceLevelObjectives(BUCKETS)
        .tag(tag, lower(value))
        .register(registry);
  }

  private DistributionSummary summary(Told kind) {
    return DistributionSummary.builder(ImapMeters.RESYNC_CHANGES.id())
        .baseUnit(ImapMeters.RESYNC_CHANGES.unit())
        .description(ImapMeters.RESYNC_CHANGES.description())
        .tag("kind", lower(kind))
        .register(registry);
  }

  private static <E extends Enum<E>, M> M of(Map<E, M> meters, E value) {
    return Objects.requireNonNull(meters.get(value));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>, M> Map<E, M> each(Class<E> values, Function<E, M> meter) {
    Map<E, M> meters = new EnumMap<>(values);
    for (E value : values.getEnumConstants()) {
      meters.put(value, meter.apply(value));
    }
    return meters;
  }
}
