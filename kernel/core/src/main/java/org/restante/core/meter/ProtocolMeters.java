package org.restante.core.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionState;

/** The figures of one protocol, for all its listeners and revisions. */
public final class ProtocolMeters {
  private static final String OTHER = "other";
  private static final int MOST_COMMANDS = 200;
  private static final List<String> MECHANISMS = List.of("LOGIN", "PLAIN", "USER", OTHER);

  private final Series series;
  private final String protocol;
  private final Map<SessionState, LongAdder> active = new EnumMap<>(SessionState.class);
  private final Map<Boolean, Counter> opened;
  private final Map<CloseReason, Counter> closed;
  private final Map<HandoverResult, Counter> handover;
  private final Map<Refusal, Counter> refused;
  private final Map<String, Outcomes> attempts = new ConcurrentHashMap<>();
  private final Map<String, Map<CommandResult, Timer>> commands = new ConcurrentHashMap<>();
  private final Map<Throttle, Counter> throttled;
  private final Timer queue;
  private final Timer store;
  private final Timer backpressure;
  private final Counter received;
  private final Counter sent;

  ProtocolMeters(Series series, String protocol) {
    this.series = series;
    this.protocol = protocol;
    for (SessionState state : SessionState.values()) {
      LongAdder sessions = new LongAdder();
      active.put(state, sessions);
      series.gauge(CoreMeters.SESSIONS_ACTIVE, sessions::sum, protocol, Series.value(state));
    }
    opened = Map.of(true, opened("true"), false, opened("false"));
    closed = each(CloseReason.class, reason -> counter(CoreMeters.SESSIONS_CLOSED, reason));
    handover = each(HandoverResult.class, end -> counter(CoreMeters.SESSIONS_HANDOVER, end));
    refused = each(Refusal.class, reason -> counter(CoreMeters.CONNECTIONS_REFUSED, reason));
    MECHANISMS.forEach(mechanism -> attempts.put(mechanism, outcomes(mechanism)));
    queue = series.timer(CoreMeters.COMMAND_WAIT, protocol, "queue");
    store = series.timer(CoreMeters.COMMAND_WAIT, protocol, "store");
    throttled = each(Throttle.class, reason -> counter(CoreMeters.THROTTLE, reason));
    backpressure = series.timer(CoreMeters.COMMAND_WAIT, protocol, "backpressure");
    received = series.counter(CoreMeters.NETWORK_IO, protocol, "in");
    sent = series.counter(CoreMeters.NETWORK_IO, protocol, "out");
    commands(Set.of(OTHER));
  }

  /** Makes the series of a plugin's commands; later revisions may add some, up to a bound. */
  public void commands(Set<String> names) {
    for (String name : List.copyOf(names)) {
      if (commands.size() < MOST_COMMANDS) {
        commands.computeIfAbsent(name, this::timers);
      }
    }
  }

  /** The figures of a new session, which go to its revision's too. */
  public SessionFigures session(CommandFigures revision, boolean encrypted) {
    return new SessionFigures(this, revision, encrypted);
  }

  /** A connection got no session. */
  public void refused(Refusal reason) {
    of(refused, reason).increment();
  }

  /** A session was given to another revision, or not. */
  public void handover(HandoverResult result) {
    of(handover, result).increment();
  }

  /** A command waited for a thread. */
  public void queued(Duration time) {
    queue.record(time);
  }

  /** The protocol's plugin was slowed down, or refused something, and waited for so long. */
  public void throttled(Throttle reason, Duration time) {
    of(throttled, reason).increment();
    switch (reason) {
      case TURNS -> queue.record(time);
      case STORE -> store.record(time);
      case SLOW, HEAVY, MEMORY -> {} // no wait of a command's own
    }
  }

  /** A reply waited for the client. */
  public void held(Duration time) {
    backpressure.record(time);
  }

  /** Octets came in. */
  public void received(int octets) {
    received.increment(octets);
  }

  /** Octets went out. */
  public void sent(int octets) {
    sent.increment(octets);
  }

  void opened(boolean encrypted) {
    of(opened, encrypted).increment();
  }

  void closed(CloseReason reason) {
    of(closed, reason).increment();
  }

  LongAdder in(SessionState state) {
    return of(active, state);
  }

  void command(String command, CommandResult result, long nanos) {
    Map<CommandResult, Timer> timers = commands.get(command);
    of(timers == null ? of(commands, OTHER) : timers, result).record(nanos, TimeUnit.NANOSECONDS);
  }

  void authentication(String mechanism, boolean granted) {
    Outcomes outcomes = attempts.get(mechanism);
    (outcomes == null ? of(attempts, OTHER) : outcomes).of(granted).increment();
  }

  private Counter opened(String tls) {
    return series.counter(CoreMeters.SESSIONS_OPENED, protocol, tls);
  }

  private Counter counter(CoreMeters meter, Enum<?> value) {
    return series.counter(meter, protocol, Series.value(value));
  }

  private Outcomes outcomes(String mechanism) {
    return new Outcomes(
        series.counter(CoreMeters.AUTH_ATTEMPTS, protocol, mechanism, "ok"),
        series.counter(CoreMeters.AUTH_ATTEMPTS, protocol, mechanism, "no"));
  }

  private Map<CommandResult, Timer> timers(String command) {
    return each(
        CommandResult.class,
        result -> series.timer(CoreMeters.COMMANDS, protocol, command, Series.value(result)));
  }

  private static <K extends Enum<K>, V> Map<K, V> each(Class<K> type, Function<K, V> made) {
    Map<K, V> all = new EnumMap<>(type);
    for (K constant : EnumSet.allOf(type)) {
      all.put(constant, made.apply(constant));
    }
    return all;
  }

  private static <K, V> V of(Map<K, V> all, K key) {
    V value = all.get(key);
    if (value == null) {
      throw new IllegalStateException("no series for " + key);
    }
    return value;
  }

  private record Outcomes(Counter granted, Counter denied) {
    Counter of(boolean isGranted) {
      return isGranted ? granted : denied;
    }
  }
}
